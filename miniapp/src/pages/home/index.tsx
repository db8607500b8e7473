import type { Me } from '@huiying/shared/identity'
import { WaitsForYou } from '@/features/expenses/waits-for-you'
import { seesExpenses } from '@/features/expenses/ways'
import {
  administeredSubDistrict, bearerOf, facesOf, handlesAbove, mayHaveDuty, mySubDistrict, openBoard, openPage,
  pickFace, SignedIn, useFace,
} from '@/features/identity'
import { KeepingWaits } from '@/features/ledger/keeping-waits'
import { keptVillages } from '@/features/ledger/keeping-ways'
import { CadreHome } from '@/features/inbox/cadre-home'
import { Undelivered } from '@/features/notifications/undelivered'
import { CalledParts } from '@/features/tickets/called-parts'
import { CountyOrders } from '@/features/tickets/county-orders'
import { TakeOverLine } from '@/features/roster/take-over-line'
import { openCalendar, openMonth, openRosterPolicy, openWeek } from '@/features/roster/ways'
import { useTabBadge } from '@/platform/tab-badge'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { FaceSwitch } from './face-switch'
import { VillagerHome } from './villager-home'

export default function HomePage() {
  useTabBadge()
  return (
    <Page isTab>
      <SignedIn>{(me) => <Home key={me.accountId} me={me} />}</SignedIn>
    </Page>
  )
}

/** A villager speaks up here, a cadre sees what burns; who is both turns the page over. */
function Home({ me }: { readonly me: Me }) {
  const face = useFace(me)
  const subDistrict = mySubDistrict(me)
  const administered = administeredSubDistrict(me)
  const isOfficer = bearerOf(me, ['officer']) !== null
  const showsInbox = face === 'cadre'
  return (
    <>
      {!showsInbox && mayHaveDuty(me) && <TakeOverLine accountId={me.accountId} />}
      {handlesAbove(me) && <Undelivered />}
      {handlesAbove(me) && subDistrict === null && <CountyOrders />}
      {subDistrict !== null && (
        <Card>
          <ListRow
            icon='clock'
            title={`${subDistrict.name}超时看板`}
            note='哪个村、哪件事、晚了多久'
            onPress={openBoard}
          />
          <ListRow icon='calendar-days' title='排班' note='各村哪天谁值班' onPress={() => openMonth()} />
          <ListRow icon='triangle-alert' title='本周值班' note='没人值班、没接班、领导还没去' onPress={openWeek} />
        </Card>
      )}
      {administered !== null && (
        <Card title={administered.name}>
          <ListRow icon='book-open' title='放假安排' note='哪天放假、哪天调休' onPress={openCalendar} />
          <ListRow icon='settings' title='值班规矩' note='几点交接班、多久算没接班' onPress={openRosterPolicy} />
        </Card>
      )}
      {seesExpenses(me) && <WaitsForYou accountId={me.accountId} />}
      {keptVillages(me).map((village) => <KeepingWaits key={village.id} village={village} />)}
      {isOfficer && <CalledParts accountId={me.accountId} />}
      {facesOf(me).length > 1 && face !== null && <FaceSwitch face={face} onPick={pickFace} />}
      {showsInbox && <CadreHome me={me} />}
      {face === 'villager' && <VillagerHome me={me} />}
      {face === null && administered === null && (
        <Empty
          icon='users-round'
          title='您还没有在哪个村'
          note='职务到期了，或者名册上还没有写。请找村里或街道问问。'
          action={{ words: '看看我的', onPress: () => openPage('/pages/me/index') }}
        />
      )}
    </>
  )
}
