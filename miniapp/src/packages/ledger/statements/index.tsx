import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { chinaDateOf } from '@huiying/shared/kernel'
import { isMonth, monthAfter, monthOf, type Month, type StatementsAnswer } from '@huiying/shared/ledger'
import { SignedIn } from '@/features/identity'
import { fetchStatements } from '@/features/ledger/api'
import { monthTitle } from '@/features/ledger/words'
import { Turner } from '@/features/roster/turner'
import { serverNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { StatementTable } from './statement-table'
import styles from './statements.module.scss'

/** 看专业账: the statements as the accounting rules ask for them, for those who can read them. */
export default function StatementsPage() {
  const { book, month } = useRouter().params
  return (
    <Page title='专业账' isWide>
      <SignedIn>
        {(me) => book === undefined
          ? <NotForYou action={{ words: '返回', onPress: goBack }} />
          : <Statements key={`${me.accountId}/${book}`} bookId={book} month={month} />}
      </SignedIn>
    </Page>
  )
}

function Statements({ bookId, month: asked }: { readonly bookId: string; readonly month: string | undefined }) {
  const running = monthOf(chinaDateOf(serverNow()))
  const [month, setMonth] = useState<Month>(asked !== undefined && isMonth(asked) ? asked : running)
  const loaded = useLoad(`statements/${bookId}/${month}`, () => fetchStatements(bookId, month))
  usePullDownRefresh(() => void loaded.reload().then(() => stopPullDownRefresh()))
  const first = loaded.data?.book.firstMonth
  return (
    <View className={styles.page}>
      <Turner
        words={monthTitle(month)}
        back={first !== undefined && month <= first
          ? null
          : { label: '上个月', onPress: () => setMonth(monthAfter(month, -1)) }}
        forward={month < running ? { label: '下个月', onPress: () => setMonth(monthAfter(month, 1)) } : null}
      />
      <LoadedView loaded={loaded}>{(answer) => <Answer answer={answer} />}</LoadedView>
    </View>
  )
}

/** One at a time: three of them would be more than a page's first drawing bears. */
function Answer({ answer: { book, statements } }: { readonly answer: StatementsAnswer }) {
  const [picked, setPicked] = useState(0)
  const statement = statements[picked] ?? statements[0]
  if (statement === undefined) {
    return <Empty icon='file-text' title='这个月还没有报表' action={{ words: '返回', onPress: goBack }} />
  }
  return (
    <>
      <View className={styles.book}>{book.name}</View>
      <View className={styles.choice}>
        <Choice
          label='看哪张表'
          value={picked}
          options={statements.map(({ title }, at) => ({ value: at, words: title }))}
          onChange={setPicked}
        />
      </View>
      <StatementTable statement={statement} />
    </>
  )
}
