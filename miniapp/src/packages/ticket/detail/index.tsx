import { useEffect, useRef } from 'react'
import { stopPullDownRefresh, usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import type { TicketAction } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { readNoticesOf } from '@/features/notifications/api'
import { useTicket } from '@/features/tickets/use-ticket'
import { useSession } from '@/platform/session'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Actions } from './actions'
import { shareCard } from './share-card'
import { TicketBody } from './ticket-body'

/** What has its place in the page itself, not at its foot. */
const IN_THE_PAGE: readonly TicketAction[] = ['rate', 'reject', 'withdraw', 'complain', 'follow', 'merge', 'come-apart']

export default function TicketPage() {
  const id = useRouter().params['id'] ?? ''
  useShareAppMessage(() => shareCard(id))
  const session = useSession()
  if (session.status === 'signed-in' && session.me.person !== null)
    return <KnownTicket key={session.me.accountId} id={id} me={session.me} />
  return (
    <Page title='这件事'>
      <SignedIn>{() => null}</SignedIn>
    </Page>
  )
}

function KnownTicket({ id, me }: { readonly id: string; readonly me: Me }) {
  const ticket = useTicket(id)
  const readId = useRef('')
  const mustRead = ticket.data !== null && me.unreadNotices > 0 && readId.current !== id
  useEffect(() => {
    if (!mustRead) return
    readId.current = id
    // The page needs no answer: what is not marked now is at the next opening.
    readNoticesOf(id).catch(() => undefined)
  }, [mustRead, id])
  usePullDownRefresh(() => void ticket.reload().then(() => stopPullDownRefresh()))
  const footer = ticket.data === null ? null : <Actions ticket={ticket.data} onChanged={ticket.replace} />
  const hasActions =
    ticket.data !== null && ticket.data.actions.some((action) => !IN_THE_PAGE.includes(action))
  return (
    <Page title='这件事' {...(hasActions ? { footer } : {})}>
      <LoadedView loaded={ticket}>
        {(data) => <TicketBody ticket={data} me={me} onChanged={ticket.replace} />}
      </LoadedView>
    </Page>
  )
}
