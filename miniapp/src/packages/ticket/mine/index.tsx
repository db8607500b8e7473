import { SignedIn } from '@/features/identity'
import { fetchMyTickets } from '@/features/tickets/api'
import { TicketList } from '@/features/tickets/ticket-list'
import { WaitingStrip } from '@/features/tickets/waiting-strip'
import { openSend } from '@/features/tickets/ways'
import { Page } from '@/ui/page'

export default function MyTicketsPage() {
  return (
    <Page title='我说过的事'>
      <SignedIn>
        {({ accountId }) => (
          <>
            <WaitingStrip accountId={accountId} />
            <TicketList
              key={accountId}
              listKey={`mine/${accountId}`}
              fetchPage={fetchMyTickets}
              empty={{ title: '您还没有说过事', note: '有事就说，写一句就行。', action: { words: '现在就说', onPress: () => openSend() } }}
            />
          </>
        )}
      </SignedIn>
    </Page>
  )
}
