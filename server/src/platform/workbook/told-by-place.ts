import { FAULTS_SHOWN, faultSentence } from '@huiying/shared/tables'
import { FaultyBody } from '../http/faulty-body'
import { FaultyLists } from './faulty-lists'

/** Faults of a file become the faults of the request that brought it. */
export async function toldByPlace<Answer>(importing: Promise<Answer>): Promise<Answer> {
  try {
    return await importing
  } catch (error) {
    throw error instanceof FaultyLists ? withPlaces(error) : error
  }
}

/** "人员!C12" is what Excel itself calls the place. */
function withPlaces({ faults, code, details }: FaultyLists): FaultyBody {
  const shown = faults.slice(0, FAULTS_SHOWN)
  return new FaultyBody(shown.map((fault) => ({ field: `${fault.sheet}!${fault.cell}`, title: faultSentence(fault) })), code, details)
}
