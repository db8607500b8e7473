import { useRouter } from '@tarojs/taro'
import type { ExpenseFormAnswer, ExpenseView } from '@huiying/shared/expenses'
import type { Me } from '@huiying/shared/identity'
import { SignedIn } from '@/features/identity'
import { fetchExpense, fetchExpenseForm } from '@/features/expenses/api'
import { draftUrl, newDraftUrl } from '@/features/expenses/ways'
import { useSession } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { DraftForm } from './draft-form'

interface DraftFacts {
  readonly form: ExpenseFormAnswer
  /** What is changed; `null`: a new one. */
  readonly expense: ExpenseView | null
}

/** The accountant writes a paper: a new one for `village`, or changes the one of `id`. */
export default function DraftPage() {
  const { id, village } = useRouter().params
  const session = useSession()
  const asked = id ?? village
  if (asked !== undefined && session.status === 'signed-in' && session.me.person !== null) {
    return <Known key={`${session.me.accountId}/${asked}`} id={id ?? null} villageId={village ?? null} me={session.me} />
  }
  const backTo = id !== undefined ? draftUrl(id) : village !== undefined ? newDraftUrl(village) : null
  return (
    <Page title='写开支'>
      <SignedIn {...(backTo === null ? {} : { backTo })}>
        {() => <NotForYou action={{ words: '返回', onPress: goBack }} />}
      </SignedIn>
    </Page>
  )
}

interface KnownProps {
  readonly id: string | null
  readonly villageId: string | null
  readonly me: Me
}

function Known({ id, villageId, me }: KnownProps) {
  const facts = useLoad<DraftFacts>(`draft/${me.accountId}/${id ?? villageId}`, () => loadFacts(id, villageId))
  const { data } = facts
  if (data !== null && (data.expense === null || data.expense.may.save)) {
    return <DraftForm key={data.expense?.digest ?? 'new'} form={data.form} expense={data.expense} />
  }
  return (
    <Page title='写开支'>
      <LoadedView loaded={facts}>
        {() => <Empty icon='lock' title='这张开支不能改了' note='可能已经批准，或者不归您写。' action={{ words: '返回', onPress: goBack }} />}
      </LoadedView>
    </Page>
  )
}

async function loadFacts(id: string | null, villageId: string | null): Promise<DraftFacts> {
  const expense = id === null ? null : await fetchExpense(id)
  return { form: await fetchExpenseForm(expense?.village.id ?? villageId ?? ''), expense }
}
