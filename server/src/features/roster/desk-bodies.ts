import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import type { BookBody, BookOutcome, RosterOrderBody, RosterOrderCause } from '@huiying/shared/roster'
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator'

/** Shape only, far above any rule, so that the rule's is the sentence told. */
const ANY_TEXT = 20_000
const OUTCOMES: readonly BookOutcome[] = ['settled', 'to-meeting']
const CAUSES: readonly RosterOrderCause[] = ['hole', 'absence', 'visit-owed']

export class BookQuery {
  @ApiPropertyOptional({ description: '2026-09; left out: this month' }) @IsOptional() @IsString() @MaxLength(40)
  month?: string
}

export class DaySheetQuery {
  @ApiPropertyOptional({ description: '2026-09-14; left out: today' }) @IsOptional() @IsString() @MaxLength(40)
  on?: string

  @ApiPropertyOptional({ description: 'left out: oneself' }) @IsOptional() @IsString() @MaxLength(32)
  personId?: string
}

export class BookRequest implements BookBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  words!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  result!: string

  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES)
  outcome!: BookOutcome
}

export class WeekQuery {
  @ApiPropertyOptional({ description: 'any day of the week, 2026-09-14; left out: today' })
  @IsOptional() @IsString() @MaxLength(40)
  from?: string
}

export class RosterOrderRequest implements RosterOrderBody {
  @ApiProperty({ enum: CAUSES }) @IsIn(CAUSES)
  cause!: RosterOrderCause

  @ApiProperty({ description: 'the slot, or the key of the visit owed, as the week names it' }) @IsString() @MaxLength(64)
  subjectId!: string
}
