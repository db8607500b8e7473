import type { ExpenseBody, Shown, Slot } from '@huiying/shared/expenses'
import { livePosting } from '@huiying/shared/expenses'
import { addDays, chinaDateOf } from '@huiying/shared/kernel'
import { ChallengeExpense } from '../../features/expenses/challenge-expense'
import { DraftExpense } from '../../features/expenses/draft-expense'
import { expenseById } from '../../features/expenses/expenses-by'
import { MaskVoucher } from '../../features/expenses/mask-voucher'
import { PayExpense } from '../../features/expenses/pay-expense'
import { PostExpense } from '../../features/expenses/post-expense'
import { RefuseExpense } from '../../features/expenses/refuse-expense'
import { SaveExpense } from '../../features/expenses/save-expense'
import { SignExpense } from '../../features/expenses/sign-expense'
import { SubmitExpense } from '../../features/expenses/submit-expense'
import { WithdrawExpense } from '../../features/expenses/withdraw-expense'
import type { FileStore } from '../../platform/storage'
import type { Paper } from './draw-paper'
import { handwrite } from './handwriting'
import { amountOf, type PlannedExpense } from './planned-expense'
import type { Hand, UploadedPaper, VillageHands } from './village-hands'

const BANK = '10201'
const CASH = '101'
/** Nobody in the demo has a phone of his own that WeChat could vouch for. */
const NO_PHONES = { verifySoter: () => Promise.resolve(false) }

/** One expense on its way, act by act. */
export class ExpenseActing {
  private expenseId = ''
  private voucher: UploadedPaper | null = null

  constructor(
    private readonly hands: VillageHands,
    private readonly plan: PlannedExpense,
    private readonly decisionId: (title: string) => string,
  ) {}

  get id(): string {
    return this.expenseId
  }

  async draft(): Promise<void> {
    const { unitOfWork, ids } = this.hands.stage.database
    this.voucher = await this.photograph(await this.receipt())
    const drafting = new DraftExpense(unitOfWork, ids, this.hands.stage.payeeAccountKey)
    const body = await this.body()
    const { expenseId } = await drafting.execute(await this.who('accountant'), this.hands.villageId, body)
    this.expenseId = expenseId
  }

  async submit(): Promise<void> {
    await new SubmitExpense(this.work).execute(await this.who('accountant'), this.expenseId, await this.shown())
  }

  /** The statement said too little: another revision, to be signed anew. */
  async explain(more: string): Promise<void> {
    const body = await this.body()
    const content = { ...body, statement: { text: `${body.statement.text}${more}` } }
    const saving = new SaveExpense(this.work, this.hands.stage.payeeAccountKey)
    await saving.execute(await this.who('accountant'), this.expenseId, content, await this.shown())
  }

  /** Each asks for a challenge and draws his name, as on a phone. */
  async sign(...slots: readonly Slot[]): Promise<void> {
    const { database: { ids, reads } } = this.hands.stage
    for (const slot of slots) {
      const code = this.signer(slot)
      const viewer = await this.hands.viewer(code)
      const shown = await this.shown()
      const { nonce } = await new ChallengeExpense(this.work).execute(viewer, this.expenseId, slot, shown)
      const strokes = handwrite(this.hands.nameOf(code), this.hands.chance)
      const signing = new SignExpense(this.work, ids, { reads, weChat: NO_PHONES })
      await signing.execute(viewer, this.expenseId, { slot, shown, nonce, strokes })
    }
  }

  async refuse(slot: Slot, reason: string): Promise<void> {
    const viewer = await this.hands.viewer(this.signer(slot))
    await new RefuseExpense(this.work).execute(viewer, this.expenseId, { slot, shown: await this.shown(), reason })
  }

  async withdraw(): Promise<void> {
    await new WithdrawExpense(this.work).execute(await this.who('accountant'), this.expenseId)
  }

  async pay(): Promise<void> {
    const { plan, hands } = this
    const paidOn = await this.today()
    const reference = plan.isCash ? '' : `HD${paidOn.replace(/-/g, '')}${hands.chance.whole(1_000, 9_999)}`
    const { id: photoId } = await this.photograph(this.proof(paidOn, reference))
    const body = { paidOn, photoId, reference }
    await new PayExpense(this.work).execute(await this.who('accountant'), this.expenseId, body)
  }

  async post(): Promise<void> {
    const posting = new PostExpense(this.work, this.hands.stage.database.ids)
    await posting.execute(await this.who('accountant'), this.expenseId, await this.today())
  }

  /** The phone on the voucher is covered; of the proof of payment residents are shown no picture at all. */
  async mask(): Promise<void> {
    const { database: { ids, reads }, fileStore } = this.hands.stage
    const masking = new MaskVoucher(this.work, reads, fileStore satisfies FileStore, ids)
    const { voucher } = this
    if (voucher === null) throw new Error('nothing was photographed yet')
    await masking.execute(await this.who('accountant'), this.expenseId, voucher.id, { boxes: [voucher.box] })
  }

  /** The entry that stands for it. */
  async entryId(): Promise<string> {
    const request = await expenseById(this.hands.stage.database.reads, this.expenseId)
    return request === null ? '' : livePosting(request)?.entryId ?? ''
  }

  private photograph(paper: Paper): Promise<UploadedPaper> {
    return this.hands.photograph(this.hands.codeOf('accountant'), paper)
  }

  private get work() {
    return this.hands.stage.database.unitOfWork
  }

  private who(hand: Hand) {
    return this.hands.viewer(this.hands.codeOf(hand))
  }

  private signer(slot: Slot): string {
    const { witnessResident } = this.plan
    if (slot === 'witness' && witnessResident !== undefined) return this.hands.resident(witnessResident).code
    return this.hands.codeOf(slot)
  }

  private async shown(): Promise<Shown> {
    const [row] = await this.hands.stage.database.reads.query<Shown>(
      'SELECT number AS revision, digest FROM expense_revisions WHERE expense_id = ? ORDER BY number DESC LIMIT 1',
      [this.expenseId],
    )
    if (row === undefined) throw new Error('an act came before its expense')
    return { revision: Number(row.revision), digest: row.digest }
  }

  private async today(): Promise<string> {
    return chinaDateOf(await this.hands.stage.clock.now())
  }

  private async body(): Promise<ExpenseBody> {
    const fileId = this.voucher?.id ?? ''
    const { plan, hands } = this
    const { purpose, says, items, account, decision, isCash, isInvoice } = plan
    const payee = 'resident' in plan.payee
      ? { kind: 'person', name: this.payeeName, personId: hands.personId(hands.resident(plan.payee.resident).code), ...this.account } as const
      : { kind: 'firm', name: this.payeeName, ...this.account } as const
    const issuer = { issuerName: this.payeeName }
    return {
      payee,
      amountFen: amountOf(plan),
      payFrom: isCash ? CASH : BANK,
      incurredOn: addDays(await this.today(), -1),
      purpose,
      statement: { text: says },
      items: items.map(([name, quantity, amountFen]) => ({ name, quantity, amountFen })),
      accountCode: account,
      vouchers: [isInvoice
        ? { fileId, kind: 'invoice', ...issuer, invoice: { code: null, number: this.invoiceNumber() } }
        : { fileId, kind: 'receipt', ...issuer }],
      handlerId: hands.personId(this.signer('handler')),
      witnessId: hands.personId(this.signer('witness')),
      ...(decision === undefined ? {} : { decisionId: this.decisionId(decision) }),
    }
  }

  private get payeeName(): string {
    const { payee } = this.plan
    return 'resident' in payee ? this.hands.resident(payee.resident).name : payee.name
  }

  private get account(): { readonly accountNumber?: string } {
    const { payee, isCash } = this.plan
    if (isCash) return {}
    return { accountNumber: 'resident' in payee ? `623010${`${payee.resident}`.padStart(4, '0')}100200300` : payee.accountNumber }
  }

  /** Twenty digits, as fully digital invoices have. */
  private invoiceNumber(): string {
    return `2600${`${this.hands.chance.whole(0, 99_999_999)}`.padStart(8, '0')}${`${this.hands.chance.whole(0, 99_999_999)}`.padStart(8, '0')}`
  }

  private async receipt(): Promise<Paper> {
    const { plan, hands } = this
    return {
      title: plan.isInvoice ? '电子发票（普通发票）' : '收款收据',
      rows: [
        ['日期', addDays(await this.today(), -1)],
        ['付款单位', hands.cast.village.name],
        ['收款', this.payeeName],
        ['编号', `No.${hands.chance.whole(100_000, 999_999)}`],
        ['联系电话', `1610000${hands.chance.whole(1_000, 9_999)}`],
      ],
      items: plan.items.map(([name, quantity, amountFen]) => ({ name, quantity, amountFen })),
      totalFen: amountOf(plan),
      stamp: this.payeeName,
    }
  }

  private proof(paidOn: string, reference: string): Paper {
    const amount = { totalFen: amountOf(this.plan) }
    const payer = this.hands.cast.village.name
    if (this.plan.isCash) {
      const phone = `1610000${this.hands.chance.whole(1_000, 9_999)}`
      const rows = [['日期', paidOn], ['付款', payer], ['收到人', this.payeeName], ['联系电话', phone]] as const
      return { title: '现金支付收条', rows, ...amount, stamp: '现金付讫' }
    }
    const { accountNumber = '' } = this.account
    return {
      title: '转账回单',
      rows: [['日期', paidOn], ['付款人', payer], ['收款人', this.payeeName], ['回单号', reference], ['收款账号', accountNumber]],
      ...amount,
      stamp: '业务专用章',
    }
  }
}
