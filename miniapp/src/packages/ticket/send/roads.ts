import { subDistrictWord } from '@huiying/shared/villages'
import { EMPTY_SEND_DRAFT, type SendDraft } from './send-draft'

/** Roads past the village: over the heads of who handled a matter, and about this product itself. */
export interface Road {
  readonly title: string
  /** Where it goes, before it is sent. */
  readonly words: string
  readonly placeholder: string
  /** Who knows nothing of it, once it is sent; `null`: what is said of all that was told in confidence. */
  readonly keptFrom: string | null
  readonly empty: SendDraft
}

const KEPT: SendDraft = { ...EMPTY_SEND_DRAFT, kind: 'complaint', visibility: 'confidential' }

export const ROADS: Readonly<Record<'above' | 'app', Road>> = {
  above: {
    title: '向上反映',
    words: '直接到上一级，办过这件事的人看不到',
    placeholder: '哪里办得不对，写一句就行。比如：说修好了，没有人来过',
    keptFrom: '办过这件事的人看不到',
    empty: KEPT,
  },
  app: {
    title: '说说这个小程序',
    words: '直接到街道，村里谁也看不到',
    placeholder: '哪里不好用、哪里不对，写一句就行',
    keptFrom: null,
    empty: { ...KEPT, about: 'app' },
  },
}

export type RoadName = keyof typeof ROADS

/** The title of the page where it is written. */
export function titleOf(road: RoadName | null): string {
  return road === null ? '说事' : ROADS[road].title
}

/** Who alone will see it. */
export function keptWords({ about }: Pick<SendDraft, 'about'>, subDistrictName: string): string {
  const word = subDistrictWord(subDistrictName)
  if (about === 'officer') return `村里、部门和${word}工作人员都看不到，直接到${word}领导`
  if (about === 'staff') return `村里和${word}工作人员都看不到，直接到${word}领导`
  return about === 'leader' ? `村里和${word}都看不到，直接到上一级` : `村里谁也看不到，直接到${word}`
}
