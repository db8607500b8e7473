import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import type { AlikeBody, MergeBody, Place } from '@huiying/shared/tickets'
import { Type } from 'class-transformer'
import { IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator'
import { PlaceBody } from './ticket-bodies'

/** Words of any length are compared by their beginning: longer ones say no more of what it is about. */
const LONGEST = 2_000

export class AlikeRequest implements AlikeBody {
  @ApiProperty() @IsString() @MaxLength(LONGEST)
  text!: string

  @ApiPropertyOptional() @IsOptional() @ValidateNested() @Type(() => PlaceBody)
  place?: Place
}

export class MergeRequest implements MergeBody {
  @ApiProperty() @IsString() @MaxLength(32)
  intoTicketId!: string
}
