import type { PostKind, SeatedPost } from '@huiying/shared/identity'
import { code, id, instant, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/**
 * Village and sub-district stand on the row itself, written once with the post: who may see what is asked on every
 * request, and a walk up the tree of units each time would be one more join. A unit never moves to another parent;
 * where one must, its posts end and new ones begin.
 */
export const postTable = defineTable<SeatedPost>({
  name: 'posts',
  columns: {
    id: id(),
    personId: id(),
    kind: code<PostKind>(20),
    unitId: id(),
    charge: nullable(text(60)),
    fromAt: instant(),
    toAt: nullable(instant()),
    villageId: nullable(id()),
    subDistrictId: nullable(id()),
  },
  primaryKey: ['id'],
  indices: [['unitId', 'kind', 'fromAt'], ['personId'], ['villageId', 'kind'], ['subDistrictId', 'kind']],
})
