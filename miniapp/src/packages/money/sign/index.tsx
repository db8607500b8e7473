import { useEffect, useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { SLOTS, type ExpenseView, type Slot } from '@huiying/shared/expenses'
import type { Me } from '@huiying/shared/identity'
import { SignedIn } from '@/features/identity'
import { fetchExpense } from '@/features/expenses/api'
import { expenseUrl, signUrl } from '@/features/expenses/ways'
import { useSession } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { SignForm } from './sign-form'

/** One signature in one slot. */
export default function SignPage() {
  const { id = '', slot: asked } = useRouter().params
  const slot = SLOTS.find((one) => one === asked)
  const session = useSession()
  if (id !== '' && slot !== undefined && session.status === 'signed-in' && session.me.person !== null) {
    return <Known key={`${session.me.accountId}/${id}/${slot}`} id={id} slot={slot} me={session.me} />
  }
  return (
    <Page title='签字'>
      <SignedIn {...(slot === undefined ? {} : { backTo: signUrl(id, slot) })}>
        {() => <NotForYou action={{ words: '返回', onPress: goBack }} />}
      </SignedIn>
    </Page>
  )
}

function Known({ id, slot, me }: { readonly id: string; readonly slot: Slot; readonly me: Me }) {
  const [round, setRound] = useState(1)
  const loaded = useLoad(`sign/${id}/${round}`, () => fetchExpense(id))
  // Looking at a voucher and coming back loads again; what he signs is what he read, and the server says if it is old.
  const [seen, setSeen] = useState<ExpenseView | null>(null)
  const { data } = loaded
  useEffect(() => setSeen((before) => before ?? data), [data])
  const again = () => {
    setSeen(null)
    setRound(round + 1)
  }
  if (seen !== null && seen.may.sign.includes(slot)) {
    return <SignForm key={round} expense={seen} slot={slot} myId={me.person?.id ?? null} onAgain={again} />
  }
  return (
    <Page title='签字'>
      <LoadedView loaded={loaded}>
        {(expense) => (
          <Empty
            icon='circle-check'
            title='现在不用您签'
            note={noteOf(expense, slot)}
            action={{ words: '看这张开支', onPress: () => void Taro.redirectTo({ url: expenseUrl(id) }) }}
          />
        )}
      </LoadedView>
    </Page>
  )
}

function noteOf({ slots }: ExpenseView, slot: Slot): string {
  const signed = slots.find((one) => one.slot === slot)?.signed ?? null
  return signed === null ? '可能还没轮到您，或者已经退回去改了。' : `${signed.by.name}已经签过了。`
}
