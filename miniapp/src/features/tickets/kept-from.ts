import { isForLeaders, type ConfidenceView } from '@huiying/shared/tickets'
import { subDistrictWord } from '@huiying/shared/villages'

type Kept = Pick<ConfidenceView, 'about' | 'holder' | 'subDistrictName'>

/** Who knows nothing of what was said in confidence, beside the village: "村里和清河街道都看不到". */
export function keptFromWords(confidence: Kept): string {
  const { holder, subDistrictName } = confidence
  if (holder.isCounty) return `村里和${subDistrictName}都看不到`
  return isForLeaders(confidence.about) ? `${othersWords(confidence)}都看不到` : '村里谁也看不到'
}

/** Where it lies: of staff and departments with the leaders alone, so that it is not called the whole office's. */
export function keptWithWords({ about, holder }: Pick<Kept, 'about' | 'holder'>): string {
  return isForLeaders(about) && !holder.isCounty ? `${holder.name}领导` : holder.name
}

/** Whom whoever handles it must not speak to of it. */
export function silenceWords(confidence: Kept): string {
  const { holder, subDistrictName } = confidence
  if (holder.isCounty) return `不要告诉村里，也不要告诉${subDistrictName}；不要转到那里。`
  return isForLeaders(confidence.about)
    ? `不要告诉${othersWords(confidence)}，也不要转到村里。`
    : '不要告诉村里，也不要转到村里。'
}

/** "村里和街道工作人员"; the department, too, where it is about one. */
function othersWords({ about, subDistrictName }: Pick<Kept, 'about' | 'subDistrictName'>): string {
  return `村里${about === 'officer' ? '、部门' : ''}和${subDistrictWord(subDistrictName)}工作人员`
}
