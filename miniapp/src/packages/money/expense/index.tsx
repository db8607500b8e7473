import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ExpenseView } from '@huiying/shared/expenses'
import type { Me } from '@huiying/shared/identity'
import { SignedIn } from '@/features/identity'
import { fetchExpense } from '@/features/expenses/api'
import { expenseUrl } from '@/features/expenses/ways'
import { usePolling } from '@/features/tickets/use-ticket'
import { useSession } from '@/platform/session'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad, type Loaded } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { AmountHead } from '../paper/amount-head'
import { DecisionCard, PayCard, StatementCard, VouchersCard } from '../paper/content-cards'
import { Faces } from '../paper/faces'
import { HintsCard } from '../paper/hints-card'
import { HistoryCard } from '../paper/history-card'
import { hasMainAct, MainActs } from './main-acts'
import { MaskCard } from './mask-card'
import { OtherActs } from './other-acts'
import { PaymentCard } from './payment-card'
import styles from './expense.module.scss'

/** The paper: what for, how much, to whom, on which vouchers, who has signed, and what the reader may do about it. */
export default function ExpensePage() {
  const id = useRouter().params['id'] ?? ''
  const session = useSession()
  if (id !== '' && session.status === 'signed-in' && session.me.person !== null) {
    return <KnownExpense key={`${session.me.accountId}/${id}`} id={id} me={session.me} />
  }
  return (
    <Page title='这张开支'>
      <SignedIn backTo={expenseUrl(id)}>
        {() => <NotForYou action={{ words: '返回', onPress: goBack }} />}
      </SignedIn>
    </Page>
  )
}

function KnownExpense({ id, me }: { readonly id: string; readonly me: Me }) {
  const expense = useLoad(`expense/${id}`, () => fetchExpense(id))
  usePullDownRefresh(() => void expense.reload().then(() => stopPullDownRefresh()))
  usePolling(expense.reload)
  const isWide = useIsWide(DESK_PX)
  const { data } = expense
  const footer = data !== null && hasMainAct(data) ? <MainActs {...actProps(data, expense)} /> : null
  return (
    <Page title='这张开支' isWide={isWide} {...(footer === null ? {} : { footer })}>
      <LoadedView loaded={expense}>
        {(paper) => <Paper expense={paper} loaded={expense} isWide={isWide} myId={me.person?.id ?? null} />}
      </LoadedView>
    </Page>
  )
}

interface PaperProps {
  readonly expense: ExpenseView
  readonly loaded: Loaded<ExpenseView>
  readonly isWide: boolean
  readonly myId: string | null
}

/**
 * At a desk what is to be signed stands left, who signs and what was done right; on a phone one after the other. What
 * may come and go has a box of its own: WeChat is sent all children of a box again when one of them does.
 */
function Paper({ expense, loaded, isWide, myId }: PaperProps) {
  const { content, hints, history, now, slots } = expense
  const what = (
    <>
      <AmountHead expense={expense} />
      <StatementCard statement={content.statement} />
      <PayCard content={content} />
      <View><DecisionCard decision={content.decision} /></View>
      <VouchersCard vouchers={content.vouchers} />
      <View><MaskCard expense={expense} /></View>
    </>
  )
  const who = (
    <>
      <View><HintsCard hints={hints} /></View>
      <View>{slots.length > 0 && <Faces expense={expense} myId={myId} />}</View>
      <View><PaymentCard expense={expense} /></View>
      <HistoryCard history={history} now={now} />
      <View><OtherActs {...actProps(expense, loaded)} /></View>
    </>
  )
  if (!isWide) {
    return (
      <>
        {what}
        {who}
      </>
    )
  }
  return (
    <View className={styles.columns}>
      <View className={styles.what}>{what}</View>
      <View className={styles.who}>{who}</View>
    </View>
  )
}

function actProps(expense: ExpenseView, { replace, reload }: Loaded<ExpenseView>) {
  return { expense, onChanged: replace, onOutdated: () => void reload() }
}
