import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  LEGAL_BODY_NAMES, type AssertionBody, type BankAssertion, type EntryBody, type LedgerPolicyBody, type LedgerTerms,
  type LegalBody, type Line, type OpenBookBody, type OpeningBody, type Side, type SubAccountBody,
  type SubAccountSwitchBody, type YearEndBody,
} from '@huiying/shared/ledger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsNumber, IsOptional, IsString, Max, MaxLength, Min,
  ValidateNested,
} from 'class-validator'

/** Shape only, far above what the rules allow, so that theirs is the sentence told. */
const ANY_TEXT = 20_000
const MANY = 1_000
const ID_LENGTH = 32
const CODE_LENGTH = 64
const DAY_LENGTH = 40
const SIDES: readonly Side[] = ['debit', 'credit']
const LEGAL_BODIES = Object.keys(LEGAL_BODY_NAMES) as LegalBody[]

export class KeepingQuery {
  @ApiPropertyOptional({ description: '2026-09; left out: the month that runs' })
  @IsOptional() @IsString() @MaxLength(DAY_LENGTH)
  month?: string

  @ApiPropertyOptional({ description: '`more` of the page before' }) @IsOptional() @IsString() @MaxLength(DAY_LENGTH)
  after?: string
}

export class OpenBookRequest implements OpenBookBody {
  @ApiProperty({ enum: LEGAL_BODIES }) @IsIn(LEGAL_BODIES)
  legalBody!: LegalBody

  @ApiProperty({ description: '2026-09' }) @IsString() @MaxLength(DAY_LENGTH)
  firstMonth!: string
}

export class SubAccountRequest implements SubAccountBody {
  @ApiProperty() @IsString() @MaxLength(CODE_LENGTH)
  code!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string
}

export class SubAccountSwitchRequest implements SubAccountSwitchBody {
  @ApiProperty() @IsBoolean()
  isActive!: boolean
}

class LineRequest implements Line {
  @ApiProperty() @IsString() @MaxLength(CODE_LENGTH)
  account!: string

  @ApiProperty({ enum: SIDES }) @IsIn(SIDES)
  side!: Side

  @ApiProperty({ description: 'fen, above zero' }) @IsNumber()
  amountFen!: number
}

export class OpeningRequest implements OpeningBody {
  @ApiProperty({ type: [LineRequest] }) @IsArray() @ArrayMaxSize(MANY)
  @ValidateNested({ each: true }) @Type(() => LineRequest)
  lines!: LineRequest[]
}

export class EntryRequest implements EntryBody {
  @ApiProperty({ description: '2026-09-14' }) @IsString() @MaxLength(DAY_LENGTH)
  on!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  purpose!: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ANY_TEXT)
  counterparty?: string

  @ApiProperty({ type: [LineRequest] }) @IsArray() @ArrayMaxSize(MANY)
  @ValidateNested({ each: true }) @Type(() => LineRequest)
  lines!: LineRequest[]

  @ApiPropertyOptional({ type: [String], description: 'uploaded before, and the sender\'s own' })
  @IsOptional() @IsArray() @ArrayMaxSize(MANY) @IsString({ each: true }) @MaxLength(ID_LENGTH, { each: true })
  photoIds?: string[]

  @ApiPropertyOptional({ description: 'it is the rent of this contract; income only' })
  @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  contractId?: string
}

export class YearEndRequest implements YearEndBody {
  @ApiProperty() @IsInt() @Min(2000) @Max(2999)
  year!: number
}

class BankAssertionRequest implements BankAssertion {
  @ApiProperty() @IsString() @MaxLength(CODE_LENGTH)
  account!: string

  @ApiProperty({ description: 'what the bank\'s paper says, in fen' }) @IsNumber()
  statementFen!: number
}

export class AssertionRequest implements AssertionBody {
  @ApiProperty({ type: [BankAssertionRequest] }) @IsArray() @ArrayMaxSize(MANY)
  @ValidateNested({ each: true }) @Type(() => BankAssertionRequest)
  assertions!: BankAssertionRequest[]
}

class LedgerTermsRequest implements LedgerTerms {
  @ApiProperty() @IsNumber()
  noticeDays!: number

  @ApiProperty() @IsNumber()
  otherLimitPercent!: number
}

export class LedgerPolicyRequest implements LedgerPolicyBody {
  @ApiProperty({ type: LedgerTermsRequest }) @IsDefined() @ValidateNested() @Type(() => LedgerTermsRequest)
  terms!: LedgerTermsRequest
}
