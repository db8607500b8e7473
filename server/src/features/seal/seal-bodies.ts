import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import type { ShownBody, Strokes } from '@huiying/shared/expenses'
import {
  SEAL_KINDS, SEAL_SLOTS, type SaveSealBody, type SealBody, type SealKind, type SealRefusalBody, type SealSignBody,
  type SealSlot, type SealUseBody,
} from '@huiying/shared/seal'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize, IsArray, IsDefined, IsIn, IsInt, IsNumber, IsOptional, IsString, MaxLength, ValidateNested,
} from 'class-validator'

/** Shape only; what makes sense is for the rules, so that theirs is the sentence told. */
const ANY_TEXT = 100_000
const ID_LENGTH = 32
const DIGEST_LENGTH = 64
const MOST_STROKES = 1_000

class CounterpartyRequest {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string

  @ApiPropertyOptional({ description: 'on the register: himself, or the owner' }) @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  personId?: string
}

class ConsentRequest {
  @ApiProperty({ example: '2026-09-12' }) @IsString() @MaxLength(ID_LENGTH)
  heldOn!: string

  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  minutesPhotoId!: string
}

export class SealRequestBody implements SealBody {
  @ApiProperty({ enum: SEAL_KINDS }) @IsIn(SEAL_KINDS)
  kind!: SealKind

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  title!: string

  @ApiProperty({ type: CounterpartyRequest }) @IsDefined() @ValidateNested() @Type(() => CounterpartyRequest)
  counterparty!: CounterpartyRequest

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  documentPhotoId?: string

  @ApiProperty() @IsNumber()
  copies!: number

  @ApiPropertyOptional({ type: ConsentRequest }) @IsOptional() @ValidateNested() @Type(() => ConsentRequest)
  consent?: ConsentRequest
}

class SealShownRequest implements ShownBody {
  @ApiProperty() @IsInt()
  revision!: number

  @ApiProperty() @IsString() @MaxLength(DIGEST_LENGTH)
  digest!: string
}

export class SealShownBody {
  @ApiProperty({ type: SealShownRequest }) @IsDefined() @ValidateNested() @Type(() => SealShownRequest)
  shown!: SealShownRequest
}

export class SaveSealRequest extends SealShownBody implements SaveSealBody {
  @ApiProperty({ type: SealRequestBody }) @IsDefined() @ValidateNested() @Type(() => SealRequestBody)
  content!: SealRequestBody
}

export class SealSlotRequest extends SealShownBody {
  @ApiProperty({ enum: SEAL_SLOTS }) @IsIn(SEAL_SLOTS)
  slot!: SealSlot
}

class SealStrokesRequest implements Strokes {
  @ApiProperty({ description: "thousandths of the pad's width" }) @IsNumber()
  height!: number

  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'number' } } } })
  @IsArray() @ArrayMaxSize(MOST_STROKES) @IsArray({ each: true })
  strokes!: [number, number, number][][]
}

class SealSoterRequest {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  json!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  signature!: string
}

export class SealSignRequest extends SealSlotRequest implements SealSignBody {
  @ApiProperty() @IsString() @MaxLength(DIGEST_LENGTH)
  nonce!: string

  @ApiProperty({ type: SealStrokesRequest }) @IsDefined() @ValidateNested() @Type(() => SealStrokesRequest)
  strokes!: SealStrokesRequest

  @ApiPropertyOptional({ type: SealSoterRequest }) @IsOptional() @ValidateNested() @Type(() => SealSoterRequest)
  soter?: SealSoterRequest
}

export class SealRefusalRequest extends SealSlotRequest implements SealRefusalBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  reason!: string
}

export class SealUseRequest implements SealUseBody {
  @ApiProperty({ description: 'of the document that lies under the seal' }) @IsString() @MaxLength(DIGEST_LENGTH)
  documentSha256!: string

  @ApiProperty() @IsNumber()
  copies!: number
}
