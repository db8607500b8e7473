import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  SEATS, VILLAGE_MARKS, type CellChange, type ChangeCellsBody, type GenerateBody, type MarksBody, type PublishBody,
  type RosterPolicyBody, type RosterTerms, type Seat, type ServiceCentreBody, type VillageMark,
} from '@huiying/shared/roster'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsNumber, IsOptional, IsString, MaxLength,
  ValidateIf, ValidateNested,
} from 'class-validator'

const ID_LENGTH = 32
/** More than a month of one village; a whole sub-district comes as a table. */
const MOST_CHANGES = 400

export class MonthQuery {
  @ApiPropertyOptional({ description: 'left out: all villages of my sub-district' }) @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  villageId?: string
}

export class ChangesQuery extends MonthQuery {
  @ApiPropertyOptional({ description: 'the revision one has seen; left out: all changes' })
  @IsOptional() @Type(() => Number) @IsInt()
  since?: number
}

export class GenerateRequest implements GenerateBody {
  @ApiPropertyOptional({ default: true }) @IsOptional() @IsBoolean()
  keepEdits?: boolean
}

export class PublishRequest implements PublishBody {
  @ApiProperty() @IsInt()
  seenRevision!: number

  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean()
  acceptHoles?: boolean
}

class CellChangeRequest implements CellChange {
  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  villageId!: string

  @ApiProperty({ example: '2026-09-14' }) @IsString() @MaxLength(40)
  on!: string

  @ApiProperty({ enum: SEATS }) @IsIn(SEATS)
  seat!: Seat

  @ApiPropertyOptional({ type: String, nullable: true, description: 'left out: there was no such cell; null: a hole' })
  @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  seenPersonId?: string | null

  @ApiPropertyOptional({ type: String, nullable: true, description: 'left out: takes the cell away; null: leaves a hole' })
  @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  personId?: string | null
}

export class ChangeCellsRequest implements ChangeCellsBody {
  @ApiProperty({ type: [CellChangeRequest] }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_CHANGES)
  @ValidateNested({ each: true }) @Type(() => CellChangeRequest)
  changes!: CellChangeRequest[]
}

export class MarksRequest implements MarksBody {
  @ApiProperty({ enum: VILLAGE_MARKS, isArray: true }) @IsArray() @ArrayMaxSize(VILLAGE_MARKS.length)
  @IsIn(VILLAGE_MARKS, { each: true })
  marks!: VillageMark[]
}

/** Shape only; which numbers make sense is for the rule. */
class RosterTermsRequest implements RosterTerms {
  @ApiProperty() @IsNumber()
  handOverMinute!: number

  @ApiProperty() @IsNumber()
  visitFromMinute!: number

  @ApiProperty() @IsNumber()
  visitToMinute!: number

  @ApiProperty() @IsNumber()
  absentAfterMs!: number

  @ApiProperty() @IsNumber()
  stationedWeekday!: number

  @ApiProperty() @IsNumber()
  leaderVisits!: number

  @ApiProperty({ type: Number, nullable: true }) @ValidateIf((_, value) => value !== null) @IsNumber()
  locationCircleM!: number | null
}

export class RosterPolicyRequest implements RosterPolicyBody {
  @ApiProperty({ type: RosterTermsRequest }) @IsDefined() @ValidateNested() @Type(() => RosterTermsRequest)
  terms!: RosterTermsRequest
}

/** Shape only; where in the world it may be is for the rule. */
export class ServiceCentreRequest implements ServiceCentreBody {
  @ApiProperty({ type: Number, nullable: true, description: 'degrees, GCJ-02; null: none any more' })
  @ValidateIf((_, value) => value !== null) @IsNumber()
  latitude!: number | null

  @ApiPropertyOptional({ type: Number, nullable: true }) @IsOptional() @IsNumber()
  longitude?: number | null
}
