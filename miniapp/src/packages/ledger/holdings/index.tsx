import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { formatYuan } from '@huiying/shared/kernel'
import {
  ASSET_KIND_NAMES, HOLDING_USE_NAMES, RESOURCE_KIND_NAMES, type ContractRow, type HoldingsAnswer, type HoldingTotals,
  type HoldingUse,
} from '@huiying/shared/ledger'
import { SignedIn } from '@/features/identity'
import { fetchHoldings } from '@/features/ledger/api'
import { areaWords, contractSentence, rentSentence } from '@/features/ledger/words'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { LongList } from '@/ui/long-list'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { Tag, type Tone } from '@/ui/tag'
import styles from './holdings.module.scss'

/** 三资: what the village has besides money, who uses it, and who owes rent. */
export default function HoldingsPage() {
  const { book } = useRouter().params
  return (
    <Page title='村里的家底' isWide={useIsWide(DESK_PX)}>
      <SignedIn>
        {(me) => book === undefined
          ? <NotForYou action={{ words: '返回', onPress: goBack }} />
          : <Holdings key={`${me.accountId}/${book}`} bookId={book} />}
      </SignedIn>
    </Page>
  )
}

function Holdings({ bookId }: { readonly bookId: string }) {
  const holdings = useLoad(`holdings/${bookId}`, () => fetchHoldings(bookId))
  usePullDownRefresh(() => void holdings.reload().then(() => stopPullDownRefresh()))
  return <LoadedView loaded={holdings}>{(answer) => <Answer answer={answer} />}</LoadedView>
}

function Answer({ answer }: { readonly answer: HoldingsAnswer }) {
  const { contracts, assets, resources, assetTotals, resourceTotals, overdueFen } = answer
  // Who owes most comes first; the server's order else.
  const sorted = [...contracts].sort((one, other) => other.overdueFen - one.overdueFen)
  return (
    <View className={styles.page}>
      <View className={styles.village}>{answer.village.name}</View>
      <View className={styles.columns}>
        <View className={styles.column}>
          <Card title='合同和租金' tone={overdueFen > 0 ? 'late' : 'plain'}>
            <View className={overdueFen > 0 ? styles.late : styles.quiet}>{owedWords(answer)}</View>
            <LongList label='合同' rows={sorted}>{(row) => <Contract key={row.id} row={row} />}</LongList>
          </Card>
        </View>
        <View className={styles.column}>
          <Card title={`资产：原值 ${formatYuan(assetTotals.originalFen)}`}>
            <View className={styles.quiet}>{totalWords(assetTotals)}</View>
            <LongList label='资产' rows={assets}>
              {({ id, name, kind, place, originalFen, use }) => (
                <Holding
                  key={id}
                  name={name}
                  note={[ASSET_KIND_NAMES[kind], place, `原值 ${formatYuan(originalFen)}`]}
                  use={use}
                />
              )}
            </LongList>
          </Card>
          <Card title={`资源：一共 ${areaWords(resourceTotals.areaCentiMu)}`}>
            <View className={styles.quiet}>{totalWords(resourceTotals)}</View>
            <LongList label='资源' rows={resources}>
              {({ id, name, kind, place, areaCentiMu, use }) => (
                <Holding
                  key={id}
                  name={name}
                  note={[RESOURCE_KIND_NAMES[kind], place, areaWords(areaCentiMu)]}
                  use={use}
                />
              )}
            </LongList>
          </Card>
        </View>
      </View>
    </View>
  )
}

function Contract({ row }: { readonly row: ContractRow }) {
  return (
    <View className={styles.row} {...aria({ role: 'listitem' })}>
      <View className={styles.name}>{row.holdingName}</View>
      <View>{contractSentence(row)}</View>
      <View className={styles.tag}>
        <Tag tone={row.overdueFen > 0 ? 'late' : 'ok'}>{rentSentence(row)}</Tag>
      </View>
    </View>
  )
}

const USE_TONES: Readonly<Record<HoldingUse, Tone>> = { 'own-use': 'plain', let: 'ok', idle: 'soon', gone: 'plain' }

interface HoldingProps {
  readonly name: string
  readonly note: readonly string[]
  readonly use: HoldingUse
}

function Holding({ name, note, use }: HoldingProps) {
  return (
    <View className={styles.row} {...aria({ role: 'listitem' })}>
      <View className={styles.name}>{name}</View>
      <View className={styles.quiet}>{note.filter((words) => words !== '').join(' · ')}</View>
      <View className={styles.tag}><Tag tone={USE_TONES[use]}>{HOLDING_USE_NAMES[use]}</Tag></View>
    </View>
  )
}

function owedWords({ contracts, overdueFen }: HoldingsAnswer): string {
  if (contracts.length === 0) return '没有租出去、包出去的。'
  const late = contracts.filter((one) => one.overdueFen > 0).length
  return late === 0 ? '到期的租金都交了。' : `${late} 份合同欠租，一共 ${formatYuan(overdueFen)}`
}

function totalWords({ count, letCount, idleCount }: HoldingTotals): string {
  if (count === 0) return '还没有登记。'
  return `${count} 处，租出去 ${letCount} 处，闲着 ${idleCount} 处`
}
