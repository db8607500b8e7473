import { ApiProperty } from '@nestjs/swagger'
import {
  DECISION_METHODS, DECISION_PHOTOS_LIMIT, KINSHIP_KINDS, type DecisionBody, type DecisionMethod, type KinshipBody,
  type KinshipKind, type MaskBody,
} from '@huiying/shared/expenses'
import { MASK_BOX_LIMIT, type MaskBox } from '@huiying/shared/files'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsIn, IsNumber, IsString, MaxLength, ValidateNested } from 'class-validator'

/** Far above what the rules allow, so that theirs is the sentence told. */
const ANY_TEXT = 100_000
const ID_LENGTH = 32

export class DecisionRequest implements DecisionBody {
  @ApiProperty({ example: '修村口石桥' }) @IsString() @MaxLength(ANY_TEXT)
  title!: string

  @ApiProperty({ enum: DECISION_METHODS }) @IsIn(DECISION_METHODS)
  method!: DecisionMethod

  @ApiProperty({ example: '2026-09-12' }) @IsString() @MaxLength(ID_LENGTH)
  passedOn!: string

  @ApiProperty() @IsNumber()
  budgetFen!: number

  @ApiProperty() @IsNumber()
  presentCount!: number

  @ApiProperty() @IsNumber()
  yesCount!: number

  @ApiProperty({ type: [String], description: 'of the minutes' })
  @IsArray() @ArrayMaxSize(10 * DECISION_PHOTOS_LIMIT) @IsString({ each: true }) @MaxLength(ID_LENGTH, { each: true })
  photoIds!: string[]
}

export class KinshipRequest implements KinshipBody {
  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  personId!: string

  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  relativeId!: string

  @ApiProperty({ enum: KINSHIP_KINDS, description: 'what the relative is to the person' }) @IsIn(KINSHIP_KINDS)
  kind!: KinshipKind
}

class MaskBoxRequest implements MaskBox {
  @ApiProperty({ description: "thousandths of the photo's width" }) @IsNumber()
  left!: number

  @ApiProperty({ description: "thousandths of the photo's height" }) @IsNumber()
  top!: number

  @ApiProperty() @IsNumber()
  width!: number

  @ApiProperty() @IsNumber()
  height!: number
}

export class MaskRequest implements MaskBody {
  @ApiProperty({ type: [MaskBoxRequest], description: 'empty: looked at, nothing to hide' })
  @IsArray() @ArrayMaxSize(10 * MASK_BOX_LIMIT) @ValidateNested({ each: true }) @Type(() => MaskBoxRequest)
  boxes!: MaskBoxRequest[]
}
