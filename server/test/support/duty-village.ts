import type { PostKind } from '@huiying/shared/identity'
import type { Database } from '../../src/platform/database/open-database'
import { postOf, settlePerson } from './small-village'

type Held = readonly [kind: PostKind, unitId: string, charge?: string]

/** Beside the ten of the small village: both committees whole, an admin, a mayor. */
const MORE: readonly (readonly [id: string, name: string, held: Held])[] = [
  ['zheng', '郑秋生', ['committee-member', 'liushu']],
  ['feng', '冯丽', ['committee-member', 'liushu']],
  ['ke', '柯海', ['committee-member', 'liushu']],
  ['gu', '顾平', ['director', 'taoyuan']],
  ['xu', '许文', ['committee-member', 'taoyuan']],
  ['ye', '叶芳', ['committee-member', 'taoyuan']],
  ['fan', '范青', ['stationed-cadre', 'taoyuan']],
  ['du', '杜刚', ['leader', 'qingxi', '党工委书记']],
  ['song', '宋岩', ['leader', 'qingxi', '办事处主任']],
  ['guo', '郭敏', ['admin', 'qingxi']],
  ['hua', '华村', ['admin', 'liushu']],
]

/** The small village with everybody whom a month of duty needs. Ids are surnames; they sign in as `open-<id>`. */
export async function settleDutyVillage(database: Database): Promise<void> {
  for (const [id, name, [kind, unitId, charge = null]] of MORE) {
    await settlePerson(database, { id, name }, { ...postOf(id, kind, unitId), charge })
  }
}
