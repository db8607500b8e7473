import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import type { CallBody, SharePermilleBody } from '@huiying/shared/figures'
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator'

/** Shape only; how long the words may be is for the rule in `shared`, so that its is the sentence told. */
const ANY_TEXT = 100_000
const HOW = ['spoke', 'declined', 'no-answer'] as const

export class PeriodQuery {
  @ApiPropertyOptional({ description: '"2026-09-14"; both left out: the week that runs' })
  @IsOptional() @IsString() @MaxLength(10)
  readonly fromOn?: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10)
  readonly toOn?: string
}

export class FigureTicketsQuery extends PeriodQuery {
  @ApiProperty({ description: 'state, response, closure, satisfaction, callback' }) @IsString() @MaxLength(16)
  readonly measure!: string

  @ApiProperty({ description: 'one of the classes of the measure' }) @IsString() @MaxLength(24)
  readonly class!: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(32)
  readonly unitId?: string

  @ApiPropertyOptional({ description: '"none": what has no topic' }) @IsOptional() @IsString() @MaxLength(32)
  readonly topicId?: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(16)
  readonly kind?: string

  @ApiPropertyOptional({ enum: ['1'], description: 'what was raised before the period and is still open' })
  @IsOptional() @IsIn(['1'])
  readonly isOlder?: '1'

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40)
  readonly cursor?: string
}

export class CallRequest implements CallBody {
  @ApiProperty({ enum: HOW }) @IsIn(HOW)
  readonly how!: (typeof HOW)[number]

  @ApiPropertyOptional() @IsOptional() @IsBoolean()
  readonly isAnswered?: boolean

  @ApiPropertyOptional() @IsOptional() @IsBoolean()
  readonly isSettled?: boolean

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ANY_TEXT)
  readonly words?: string
}

export class ShareRequest implements SharePermilleBody {
  @ApiProperty({ minimum: 0, maximum: 1_000 }) @IsInt()
  readonly sharePermille!: number
}
