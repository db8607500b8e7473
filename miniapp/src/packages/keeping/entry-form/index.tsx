import { useRouter } from '@tarojs/taro'
import { isMonth } from '@huiying/shared/ledger'
import { SignedIn } from '@/features/identity'
import { fetchKeeping } from '@/features/ledger/api'
import type { EntryKind } from '@/features/ledger/keeping-ways'
import { useMe } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { EntryForm } from './entry-form'

const KINDS: readonly EntryKind[] = ['income', 'transfer', 'manual', 'opening']

/** On a phone; at a desk the same form stands beside the list. */
export default function EntryFormPage() {
  const { book, kind, month } = useRouter().params
  const me = useMe()
  const asked = KINDS.find((one) => one === kind)
  if (me !== null && me.person !== null && book !== undefined && asked !== undefined) {
    return <Known key={`${me.accountId}/${book}/${asked}`} bookId={book} kind={asked} month={month} />
  }
  return (
    <Page title='记一笔'>
      <SignedIn>{() => <NotForYou action={{ words: '返回', onPress: goBack }} />}</SignedIn>
    </Page>
  )
}

interface KnownProps {
  readonly bookId: string
  readonly kind: EntryKind
  readonly month: string | undefined
}

function Known({ bookId, kind, month }: KnownProps) {
  const asked = month !== undefined && isMonth(month) ? month : undefined
  const desk = useLoad(`entry-form/${bookId}/${asked ?? ''}`, () => fetchKeeping(bookId, asked))
  if (desk.data !== null) return <EntryForm kind={kind} desk={desk.data} isBeside={false} onDone={goBack} />
  return <Page title='记一笔'><LoadedView loaded={desk}>{() => null}</LoadedView></Page>
}
