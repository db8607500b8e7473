import { ApiProperty } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsInt, Max, Min } from 'class-validator'

/** As many entries as a column can number. */
const LARGEST = 2 ** 31 - 1

export class InclusionQuery {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(0) @Max(LARGEST)
  position!: number

  @ApiProperty() @Type(() => Number) @IsInt() @Min(0) @Max(LARGEST)
  size!: number
}

export class SpanQuery {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(0) @Max(LARGEST)
  from!: number

  @ApiProperty() @Type(() => Number) @IsInt() @Min(0) @Max(LARGEST)
  to!: number
}

export class SubtreesQuery extends SpanQuery {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(0) @Max(LARGEST)
  size!: number
}
