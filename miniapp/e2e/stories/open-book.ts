import type { BookBrief, KeeperAnswer, Line } from '@huiying/shared/ledger'
import type { Scene } from '../support/on-both-builds'
import { askAs } from './ask-as'
import type { VillageHands } from './register'

/** 农商行基本户, a bank account below the chart's. */
export const OWN_BANK = '10201'
const BANK_NAME = '农商行基本户'
const EQUITY = '301'

/** A book with money in one bank account from the first day of its first month on. */
export async function openBook(
  scene: Pick<Scene, 'world'>,
  { village, accountant }: VillageHands,
  { firstMonth, amountFen }: { readonly firstMonth: string; readonly amountFen: number },
): Promise<BookBrief> {
  const keeper = await askAs(scene, accountant.personId)
  const { book } = await keeper.post<KeeperAnswer>(`/api/villages/${village.id}/books`, { legalBody: 'collective', firstMonth })
  await keeper.post(`/api/books/${book.id}/accounts`, { code: OWN_BANK, name: BANK_NAME })
  const lines: readonly Line[] = [
    { account: OWN_BANK, side: 'debit', amountFen }, { account: EQUITY, side: 'credit', amountFen },
  ]
  await keeper.post(`/api/books/${book.id}/opening`, { lines })
  return book
}
