import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  SLOTS, type CancellationBody, type ChallengeBody, type ExpenseTerms, type PaymentBody, type PostingBody,
  type RefusalBody, type ShownBody, type SignBody, type Slot, type Strokes,
} from '@huiying/shared/expenses'
import type { ReversalBody } from '@huiying/shared/ledger'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsDefined, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator'

/** Shape only; what the words may be is for the rules in `shared`, so that theirs is the sentence told. */
const ANY_TEXT = 100_000
const ID_LENGTH = 32
const DAY = /^\d{4}-\d{2}-\d{2}$/

export class ShownRequest implements ShownBody {
  @ApiProperty() @IsInt()
  revision!: number

  @ApiProperty() @IsString() @MaxLength(64)
  digest!: string
}

export class OfShown {
  @ApiProperty({ type: ShownRequest }) @IsDefined() @ValidateNested() @Type(() => ShownRequest)
  shown!: ShownRequest
}

export class SubmissionRequest extends OfShown {}

export class ChallengeRequest extends OfShown implements ChallengeBody {
  @ApiProperty({ enum: SLOTS }) @IsIn(SLOTS)
  slot!: Slot
}

export class TakeBackRequest extends ChallengeRequest {}

export class RefusalRequest extends ChallengeRequest implements RefusalBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  reason!: string
}

class StrokesBody implements Strokes {
  @ApiProperty() @IsInt()
  height!: number

  /** Looked over by the rule, point by point. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'integer' } } } })
  @IsArray() @ArrayMaxSize(200)
  strokes!: [number, number, number][][]
}

class SoterBody {
  @ApiProperty() @IsString() @MaxLength(10_000)
  json!: string

  @ApiProperty() @IsString() @MaxLength(10_000)
  signature!: string
}

export class SignatureRequest extends ChallengeRequest implements SignBody {
  @ApiProperty() @IsString() @MaxLength(64)
  nonce!: string

  @ApiProperty({ type: StrokesBody }) @IsDefined() @ValidateNested() @Type(() => StrokesBody)
  strokes!: StrokesBody

  @ApiPropertyOptional({ type: SoterBody }) @IsOptional() @ValidateNested() @Type(() => SoterBody)
  soter?: SoterBody
}

export class CancellationRequest implements CancellationBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  reason!: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  returnedPhotoId?: string
}

export class PaymentRequest implements PaymentBody {
  @ApiProperty() @Matches(DAY)
  paidOn!: string

  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  photoId!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  reference!: string
}

export class PostingRequest implements PostingBody {
  @ApiProperty() @Matches(DAY)
  on!: string
}

export class ReversalRequest extends PostingRequest implements ReversalBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  reason!: string
}

class ExpenseTermsBody implements ExpenseTerms {
  @ApiProperty() @IsInt()
  reviewFromFen!: number

  @ApiProperty() @IsInt()
  reviewFromOneShoulderFen!: number

  @ApiProperty() @IsInt()
  decisionFromFen!: number

  @ApiProperty() @IsInt()
  cashBelowFen!: number

  @ApiProperty() @IsInt()
  addUpDays!: number

  @ApiProperty() @IsInt()
  remindFirstMs!: number

  @ApiProperty() @IsInt()
  remindEachMs!: number

  @ApiProperty() @IsInt()
  challengeMs!: number

  @ApiProperty() @IsInt()
  alikeBits!: number
}

export class ExpensePolicyRequest {
  @ApiProperty({ type: ExpenseTermsBody }) @IsDefined() @ValidateNested() @Type(() => ExpenseTermsBody)
  terms!: ExpenseTermsBody
}
