import { ApiProperty } from '@nestjs/swagger'
import type { CalendarYearBody } from '@huiying/shared/calendar'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsString, MaxLength, ValidateNested } from 'class-validator'

/** Shape only, far above any rule, so that the rule's is the sentence told. */
const ANY_TEXT = 2_000
const ANY_LIST = 400

class HolidayRequest {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string

  @ApiProperty({ example: '2027-01-01' }) @IsString() @MaxLength(40)
  fromOn!: string

  @ApiProperty({ example: '2027-01-03' }) @IsString() @MaxLength(40)
  toOn!: string
}

export class CalendarYearRequest implements CalendarYearBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  source!: string

  @ApiProperty({ type: [HolidayRequest] }) @IsArray() @ArrayMaxSize(ANY_LIST)
  @ValidateNested({ each: true }) @Type(() => HolidayRequest)
  holidays!: HolidayRequest[]

  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(ANY_LIST)
  @IsString({ each: true }) @MaxLength(40, { each: true })
  makeUpDays!: string[]
}
