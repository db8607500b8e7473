import type { Me } from '@huiying/shared/identity'
import { myHandledVillage, openPage } from '@/features/identity'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'

/** The cadre's side of the home tab: the way to what waits for him. */
export function CadreHome({ me }: { readonly me: Me }) {
  return (
    <Card>
      <ListRow
        icon='inbox'
        title='等我回的事'
        note={myHandledVillage(me)?.name ?? ''}
        onPress={() => openPage('/packages/cadre/inbox/index')}
      />
    </Card>
  )
}
