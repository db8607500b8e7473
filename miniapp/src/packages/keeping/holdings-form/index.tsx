import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { HoldingsAnswer } from '@huiying/shared/ledger'
import { SignedIn } from '@/features/identity'
import { fetchHoldings } from '@/features/ledger/api'
import { useMe } from '@/platform/session'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import styles from '../keeping.module.scss'
import { AssetForm } from './asset-form'
import { ContractForm } from './contract-form'
import type { HoldingFormProps, Writing } from './holding-form-props'
import { HoldingsList } from './holdings-list'
import { ResourceForm } from './resource-form'

/** 三资 as the accountant writes them: what the village owns, its land and water, and who uses it for what rent. */
export default function HoldingsFormPage() {
  const { book } = useRouter().params
  const me = useMe()
  if (me !== null && me.person !== null && book !== undefined) {
    return <Holdings key={`${me.accountId}/${book}`} bookId={book} />
  }
  return (
    <Page title='登记家底'>
      <SignedIn>{() => <NotForYou action={{ words: '返回', onPress: goBack }} />}</SignedIn>
    </Page>
  )
}

function Holdings({ bookId }: { readonly bookId: string }) {
  const holdings = useLoad(`holdings/${bookId}`, () => fetchHoldings(bookId))
  usePullDownRefresh(() => void holdings.reload().then(() => stopPullDownRefresh()))
  const isWide = useIsWide(DESK_PX)
  const [writing, setWriting] = useState<Writing | null>(null)
  const stop = (changed: HoldingsAnswer | null) => {
    setWriting(null)
    if (changed !== null) holdings.replace(changed)
  }
  const { data } = holdings
  if (!isWide && writing !== null && data !== null) {
    return <Form writing={writing} holdings={data} isBeside={false} onDone={stop} />
  }
  return (
    <Page title='登记家底' isWide={isWide}>
      <LoadedView loaded={holdings}>
        {(answer) => isWide ? (
          <View className={`${styles.page} ${styles.columns}`}>
            <View className={styles.column}><HoldingsList holdings={answer} onWrite={setWriting} /></View>
            <View className={styles.column}>
              {writing === null
                ? <Empty icon='key-round' title='在左边点一处来改，或加一处新的' />
                : <Form key={`${writing.what}/${writing.id ?? 'new'}`} writing={writing} holdings={answer} isBeside onDone={stop} />}
            </View>
          </View>
        ) : <HoldingsList holdings={answer} onWrite={setWriting} />}
      </LoadedView>
    </Page>
  )
}

function Form({ writing: { what, id }, ...rest }: Omit<HoldingFormProps, 'id'> & { readonly writing: Writing }) {
  if (what === 'asset') return <AssetForm {...rest} id={id} />
  return what === 'resource' ? <ResourceForm {...rest} id={id} /> : <ContractForm {...rest} id={id} />
}
