import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import type { ObjectionBody } from '@huiying/shared/ledger'
import { IsOptional, IsString, MaxLength } from 'class-validator'

/** Far above what the rules allow, so that theirs is the sentence told. */
const ANY_TEXT = 100_000
const ID_LENGTH = 32

export class ObjectionRequest implements ObjectionBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  words!: string

  @ApiPropertyOptional({ description: 'left out: the month as a whole' }) @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  entryId?: string
}

export class ObjectionAnswerRequest {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  words!: string
}
