import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  PHOTO_LIMIT, type PartClosureBody, type PartRefusalBody, type PartReviewBody, type WhistleBody,
} from '@huiying/shared/tickets'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator'

/** Shape only; what the words may be is for the rules in `shared`. */
const ANY_TEXT = 100_000
const ID_LENGTH = 32
const MOST_CALLS = 40

class CallBody {
  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  unitId!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  task!: string
}

export class WhistleRequest implements WhistleBody {
  @ApiProperty({ type: [CallBody] }) @IsArray() @ArrayMaxSize(MOST_CALLS)
  @ValidateNested({ each: true }) @Type(() => CallBody)
  calls!: CallBody[]
}

export class PartRefusalRequest implements PartRefusalBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string
}

export class PartReviewRequest implements PartReviewBody {
  @ApiProperty() @IsBoolean()
  isExcused!: boolean

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string
}

export class PartClosureRequest implements PartClosureBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string

  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsArray() @ArrayMaxSize(PHOTO_LIMIT * 4)
  @IsString({ each: true }) @MaxLength(ID_LENGTH, { each: true })
  photoIds?: string[]
}
