import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  ITEMS_LIMIT, VOUCHER_KINDS, VOUCHERS_LIMIT,
  type ExpenseBody, type ExpenseItem, type InvoiceNumber, type SaveExpenseBody, type VoucherKind,
} from '@huiying/shared/expenses'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize, IsArray, IsDefined, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, ValidateIf, ValidateNested,
} from 'class-validator'
import { OfShown } from './expense-act-bodies'

/** Shape only; what the words may be is for the rules in `shared`, so that theirs is the sentence told. */
const ANY_TEXT = 100_000
const ID_LENGTH = 32
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Figures and letters in either width, blanks and hyphens: what stands on an invoice, and what can be compared. */
const INVOICE = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\- ]{0,31}$/

class PayeeBody {
  @ApiProperty({ enum: ['person', 'firm'] }) @IsIn(['person', 'firm'])
  kind!: 'person' | 'firm'

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  personId?: string

  @ApiPropertyOptional() @IsOptional() @Matches(/^(|[\d -]{10,40})$/)
  accountNumber?: string
}

class StatementBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  voiceId?: string
}

class ItemBody implements ExpenseItem {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  quantity!: string

  @ApiProperty() @IsInt()
  amountFen!: number
}

class InvoiceBody implements InvoiceNumber {
  @ApiProperty({ type: String, nullable: true }) @ValidateIf((_, value) => value !== null) @Matches(INVOICE)
  code!: string | null

  @ApiProperty() @Matches(INVOICE) @Matches(/[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/)
  number!: string
}

class VoucherBody {
  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  fileId!: string

  @ApiProperty({ enum: VOUCHER_KINDS }) @IsIn(VOUCHER_KINDS)
  kind!: VoucherKind

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ANY_TEXT)
  issuerName?: string

  @ApiPropertyOptional({ type: InvoiceBody }) @IsOptional() @ValidateNested() @Type(() => InvoiceBody)
  invoice?: InvoiceBody
}

export class ExpenseContentRequest implements ExpenseBody {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  bookId?: string

  @ApiProperty({ type: PayeeBody }) @IsDefined() @ValidateNested() @Type(() => PayeeBody)
  payee!: PayeeBody

  @ApiProperty() @IsInt()
  amountFen!: number

  @ApiProperty() @Matches(/^\d{0,12}$/)
  payFrom!: string

  @ApiProperty() @Matches(DAY)
  incurredOn!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  purpose!: string

  @ApiProperty({ type: StatementBody }) @IsDefined() @ValidateNested() @Type(() => StatementBody)
  statement!: StatementBody

  @ApiProperty({ type: [ItemBody] }) @IsArray() @ArrayMaxSize(ITEMS_LIMIT * 4)
  @ValidateNested({ each: true }) @Type(() => ItemBody)
  items!: ItemBody[]

  @ApiProperty() @Matches(/^\d{0,12}$/)
  accountCode!: string

  @ApiProperty({ type: [VoucherBody] }) @IsArray() @ArrayMaxSize(VOUCHERS_LIMIT * 4)
  @ValidateNested({ each: true }) @Type(() => VoucherBody)
  vouchers!: VoucherBody[]

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  handlerId?: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  witnessId?: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  decisionId?: string
}

export class SaveExpenseRequest extends OfShown implements SaveExpenseBody {
  @ApiProperty({ type: ExpenseContentRequest }) @IsDefined() @ValidateNested() @Type(() => ExpenseContentRequest)
  content!: ExpenseContentRequest
}
