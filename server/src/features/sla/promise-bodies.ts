import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { SERVICE_KINDS, type PromiseBody, type ServiceHours, type ServiceKind, type SlaTerms } from '@huiying/shared/sla'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsDefined, IsIn, IsInt, IsNumber, IsOptional, IsString, MaxLength, ValidateIf, ValidateNested } from 'class-validator'

class ServiceHoursRequest implements ServiceHours {
  @ApiProperty({ enum: SERVICE_KINDS, isArray: true }) @IsArray() @ArrayMaxSize(SERVICE_KINDS.length)
  @IsIn(SERVICE_KINDS, { each: true })
  kinds!: ServiceKind[]

  @ApiProperty({ description: 'minutes since midnight in China', example: 540 }) @IsNumber()
  opensAtMinute!: number

  @ApiProperty({ example: 1080 }) @IsNumber()
  closesAtMinute!: number
}

/** Shape only; which numbers make sense is for the rule. */
class SlaTermsRequest implements SlaTerms {
  @ApiProperty() @IsNumber()
  reminderMs!: number

  @ApiProperty() @IsNumber()
  responseMs!: number

  @ApiProperty() @IsNumber()
  closureWarningMs!: number

  @ApiProperty() @IsNumber()
  closureMs!: number

  @ApiProperty() @IsNumber()
  orderRepeatMs!: number

  @ApiProperty() @IsNumber()
  countyMs!: number

  @ApiProperty() @IsNumber()
  silenceMs!: number

  @ApiProperty() @IsNumber()
  rejectionMs!: number

  @ApiPropertyOptional({ description: 'a department that is called; left out: two hours' }) @IsOptional() @IsNumber()
  reportInMs?: number

  @ApiPropertyOptional({ description: "after a ticket's end, its reporter is forgotten; left out: 365 days" })
  @IsOptional() @IsNumber()
  forgetMs?: number

  @ApiPropertyOptional({ type: ServiceHoursRequest, description: 'left out: every hour counts, for every kind' })
  @IsOptional() @ValidateNested() @Type(() => ServiceHoursRequest)
  serviceHours?: ServiceHoursRequest
}

export class PromiseRequest implements PromiseBody {
  @ApiProperty({ example: '2026-12-01' }) @IsString() @MaxLength(40)
  firstOn!: string

  @ApiProperty({ type: SlaTermsRequest, nullable: true, description: "null: back to the handbook's" })
  @ValidateIf(({ terms }: PromiseRequest) => terms !== null) @IsDefined() @ValidateNested() @Type(() => SlaTermsRequest)
  terms!: SlaTermsRequest | null

  @ApiProperty({ description: 'the latestVersion one has seen' }) @IsInt()
  basedOnVersion!: number
}
