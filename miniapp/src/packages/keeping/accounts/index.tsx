import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { KeeperAccount, KeeperAnswer } from '@huiying/shared/ledger'
import { SignedIn } from '@/features/identity'
import { fetchKeeping } from '@/features/ledger/api'
import { useMe } from '@/platform/session'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import styles from '../keeping.module.scss'
import { AccountForm } from './account-form'
import { AccountList } from './account-list'

/** 科目: what stands in each, and the finer ones below the chart's that a book adds for itself. */
export default function AccountsPage() {
  const { book } = useRouter().params
  const me = useMe()
  if (me !== null && me.person !== null && book !== undefined) {
    return <Accounts key={`${me.accountId}/${book}`} bookId={book} />
  }
  return (
    <Page title='科目和余额'>
      <SignedIn>{() => <NotForYou action={{ words: '返回', onPress: goBack }} />}</SignedIn>
    </Page>
  )
}

/** `null`: nothing is being written; a parent may be known already. */
type Writing = { readonly parent: string } | null

function Accounts({ bookId }: { readonly bookId: string }) {
  const desk = useLoad(`accounts/${bookId}`, () => fetchKeeping(bookId))
  usePullDownRefresh(() => void desk.reload().then(() => stopPullDownRefresh()))
  const isWide = useIsWide(DESK_PX)
  const [writing, setWriting] = useState<Writing>(null)
  const form = (answer: KeeperAnswer) => (
    <AccountForm
      key={writing?.parent ?? ''}
      desk={answer}
      parent={writing?.parent ?? ''}
      isBeside={isWide}
      onDone={(changed) => {
        setWriting(null)
        if (changed !== null) desk.replace(changed)
      }}
    />
  )
  if (!isWide && writing !== null && desk.data !== null) return form(desk.data)
  const below = (account: KeeperAccount | null) => setWriting({ parent: account?.code ?? '' })
  return (
    <Page
      title='科目和余额'
      isWide={isWide}
      {...(isWide || desk.data === null
        ? {}
        : { footer: <Button look='primary' isMain icon='plus' onPress={() => below(null)}>加一个明细科目</Button> })}
    >
      <LoadedView loaded={desk}>
        {(answer) => isWide ? (
          <View className={`${styles.page} ${styles.columns}`}>
            <View className={styles.column}>
              <AccountList desk={answer} onChanged={desk.replace} onAddBelow={below} />
            </View>
            <View className={styles.column}>{form(answer)}</View>
          </View>
        ) : <AccountList desk={answer} onChanged={desk.replace} onAddBelow={below} />}
      </LoadedView>
    </Page>
  )
}
