import type { ConfidenceView } from '@huiying/shared/tickets'
import { subDistrictWord } from '@huiying/shared/villages'

/** Who knows nothing of what was said in confidence, beside the village: "村里和清河街道都看不到". */
export function keptFromWords(confidence: Pick<ConfidenceView, 'about' | 'holder' | 'subDistrictName'>): string {
  const { about, holder, subDistrictName } = confidence
  if (holder.isCounty) return `村里和${subDistrictName}都看不到`
  return about === 'staff' || about === 'leader'
    ? `村里和${subDistrictWord(subDistrictName)}工作人员都看不到` : '村里谁也看不到'
}

/** Whom whoever handles it must not speak to of it. */
export function silenceWords(confidence: Pick<ConfidenceView, 'about' | 'holder' | 'subDistrictName'>): string {
  const { about, holder, subDistrictName } = confidence
  if (holder.isCounty) return `不要告诉村里，也不要告诉${subDistrictName}；不要转到那里。`
  return about === 'staff' || about === 'leader'
    ? `不要告诉村里和${subDistrictWord(subDistrictName)}工作人员，也不要转到村里。`
    : '不要告诉村里，也不要转到村里。'
}
