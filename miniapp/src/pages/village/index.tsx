import type { Me } from '@huiying/shared/identity'
import { mySubDistrict, myVillage, openBoard, openPage, SignedIn } from '@/features/identity'
import { openLedger } from '@/features/ledger/ways'
import { openSitting } from '@/features/roster/ways'
import { fetchVillageTickets } from '@/features/tickets/api'
import { TicketList } from '@/features/tickets/ticket-list'
import { openSend } from '@/features/tickets/ways'
import { useTabBadge } from '@/platform/tab-badge'
import { useMe } from '@/platform/session'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'

export default function VillagePage() {
  useTabBadge()
  const me = useMe()
  const village = me === null ? null : myVillage(me)
  return (
    <Page title={village?.name ?? '村里事'} isTab>
      <SignedIn>{(known) => <VillageTickets me={known} />}</SignedIn>
    </Page>
  )
}

/** What the village is told openly; who said it stays with those who handle it. */
function VillageTickets({ me }: { readonly me: Me }) {
  const village = myVillage(me)
  const subDistrict = mySubDistrict(me)
  if (village === null && subDistrict !== null) {
    return (
      <Empty
        icon='users-round'
        title='这一页是给村民看的'
        note={`村民在这里看本村公开的事。${subDistrict.name}各村的事，在超时看板上。`}
        action={{ words: '看超时看板', onPress: openBoard }}
      />
    )
  }
  if (village === null) {
    return (
      <Empty
        icon='users-round'
        title='您还没有在哪个村'
        note='在哪个村，就能看哪个村公开的事。'
        action={{ words: '看看我的', onPress: () => openPage('/pages/me/index') }}
      />
    )
  }
  return (
    <>
      <Card>
        <ListRow
          icon='users-round'
          title='谁在村里'
          note='今天、明天、这个月谁值班'
          onPress={() => openSitting(village.id)}
        />
        <ListRow
          icon='wallet'
          title='村里的钱'
          note='还有多少、花在哪里、每一笔'
          onPress={() => openLedger({ villageId: village.id })}
        />
      </Card>
      <TicketList
        key={village.id}
        listKey={`village/${village.id}`}
        fetchPage={(cursor) => fetchVillageTickets(village.id, cursor)}
        empty={{
          title: '村里还没有公开的事',
          note: '有事就说，邻居也能看到办得怎么样，看不到您是谁。',
          action: { words: '现在就说', onPress: () => openSend() },
        }}
      />
    </>
  )
}
