import type { Me } from '@huiying/shared/identity'
import {
  keepsRelativesOf, myMoneyVillage, openDecisions, openMoneyPolicy, openRelatives, readsMoneyPolicy,
} from '@/features/expenses/ground-ways'
import { openVillageBooks, seesVillageBooks } from '@/features/ledger/ways'
import { openSeals } from '@/features/seal/ways'
import { ListRow } from '@/ui/list-row'

/** What stands beside the village's money: its decisions, its seal, who is related to whom, and the rules. */
export function MoneyWays({ me }: { readonly me: Me }) {
  const village = myMoneyVillage(me)
  return (
    <>
      {seesVillageBooks(me) && (
        <ListRow icon='book-open' title='各村的账' note='还有多少钱、公示到哪个月、开支拖了没有' onPress={openVillageBooks} />
      )}
      {village !== null && (
        <>
          <ListRow icon='landmark' title='村里定过的事' note='议过的、预算还剩多少' onPress={() => openDecisions(village.id)} />
          <ListRow icon='shield-check' title='公章' note='要盖的、等我签的、用章登记簿' onPress={() => openSeals(village.id)} />
        </>
      )}
      {keepsRelativesOf(me) !== null && (
        <ListRow icon='users-round' title='近亲属登记' note='收钱的是谁的亲属，谁就不能签' onPress={() => openRelatives()} />
      )}
      {readsMoneyPolicy(me) && (
        <ListRow icon='settings' title='花钱的规矩' note='多少钱谁来审，公示几天' onPress={openMoneyPolicy} />
      )}
    </>
  )
}
