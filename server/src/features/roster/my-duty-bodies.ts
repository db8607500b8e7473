import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import type { HandOverNoteBody, LeaveBody, SwapAnswerBody, SwapBody, TakeOverBody } from '@huiying/shared/roster'
import { IsBoolean, IsLatitude, IsLongitude, IsOptional, IsString, MaxLength } from 'class-validator'

/** Shape only, far above any rule, so that the rule's is the sentence told. */
const ANY_TEXT = 20_000
const ANY_DATE = 40
const ID_LENGTH = 32

export class TakeOverRequest implements TakeOverBody {
  @ApiPropertyOptional({ description: 'GCJ-02; compared and forgotten' }) @IsOptional() @IsLatitude()
  latitude?: number

  @ApiPropertyOptional() @IsOptional() @IsLongitude()
  longitude?: number
}

export class HandOverNoteRequest implements HandOverNoteBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string
}

export class LeaveRequest implements LeaveBody {
  @ApiPropertyOptional({ description: 'left out: oneself' }) @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  personId?: string

  @ApiProperty({ description: '2026-09-14' }) @IsString() @MaxLength(ANY_DATE)
  fromOn!: string

  @ApiProperty() @IsString() @MaxLength(ANY_DATE)
  toOn!: string
}

export class SwapRequest implements SwapBody {
  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  slotId!: string

  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  toPersonId!: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  returnSlotId?: string
}

export class SwapAnswerRequest implements SwapAnswerBody {
  @ApiProperty() @IsBoolean()
  accept!: boolean
}
