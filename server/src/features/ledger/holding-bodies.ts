import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  ASSET_KIND_NAMES, HOLDING_USE_NAMES, RESOURCE_KIND_NAMES, RHYTHM_MONTHS, type AssetBody, type AssetKind,
  type Contract, type ContractBody, type HoldingUse, type Rent, type RentRhythm, type ResourceBody, type ResourceKind,
} from '@huiying/shared/ledger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize, IsArray, IsBoolean, IsDefined, IsIn, IsNumber, IsOptional, IsString, MaxLength, ValidateIf,
  ValidateNested,
} from 'class-validator'

/** Shape only, far above what the rules allow, so that theirs is the sentence told. */
const ANY_TEXT = 20_000
const ID_LENGTH = 32
const DAY_LENGTH = 40
const MOST_STEPS = 100
const ASSET_KINDS = Object.keys(ASSET_KIND_NAMES) as AssetKind[]
const RESOURCE_KINDS = Object.keys(RESOURCE_KIND_NAMES) as ResourceKind[]
const USES = Object.keys(HOLDING_USE_NAMES) as HoldingUse[]
const RHYTHMS = Object.keys(RHYTHM_MONTHS) as RentRhythm[]
const CONTRACT_KINDS: readonly Contract['kind'][] = ['lease', 'land']

export class AssetRequest implements AssetBody {
  @ApiProperty({ enum: ASSET_KINDS }) @IsIn(ASSET_KINDS)
  kind!: AssetKind

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  place!: string

  @ApiProperty() @IsNumber()
  originalFen!: number

  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(DAY_LENGTH)
  acquiredOn!: string | null

  @ApiProperty({ enum: USES }) @IsIn(USES)
  use!: HoldingUse
}

export class ResourceRequest implements ResourceBody {
  @ApiProperty({ enum: RESOURCE_KINDS }) @IsIn(RESOURCE_KINDS)
  kind!: ResourceKind

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  place!: string

  @ApiProperty({ description: 'in hundredths of a mu' }) @IsNumber()
  areaCentiMu!: number

  @ApiProperty({ enum: USES }) @IsIn(USES)
  use!: HoldingUse
}

class RentStepRequest {
  @ApiProperty() @IsString() @MaxLength(DAY_LENGTH)
  fromOn!: string

  @ApiProperty() @IsNumber()
  amountFen!: number
}

class RentRequest implements Rent {
  @ApiProperty({ enum: RHYTHMS }) @IsIn(RHYTHMS)
  rhythm!: RentRhythm

  @ApiProperty() @IsNumber()
  amountFen!: number

  @ApiProperty({ type: [RentStepRequest] }) @IsArray() @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true }) @Type(() => RentStepRequest)
  steps!: RentStepRequest[]

  @ApiProperty() @IsBoolean()
  isInAdvance!: boolean

  @ApiProperty() @IsNumber()
  dueAfterDays!: number
}

export class ContractRequest implements ContractBody {
  @ApiProperty({ enum: CONTRACT_KINDS }) @IsIn(CONTRACT_KINDS)
  kind!: Contract['kind']

  @ApiProperty({ description: 'the asset or resource that is let' }) @IsString() @MaxLength(ID_LENGTH)
  holdingId!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  title!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  tenant!: string

  @ApiProperty() @IsString() @MaxLength(DAY_LENGTH)
  fromOn!: string

  @ApiProperty() @IsString() @MaxLength(DAY_LENGTH)
  toOn!: string

  @ApiProperty({ type: RentRequest }) @IsDefined() @ValidateNested() @Type(() => RentRequest)
  rent!: RentRequest

  @ApiPropertyOptional({ description: 'ended before its time' }) @IsOptional() @IsString() @MaxLength(DAY_LENGTH)
  endedOn?: string
}
