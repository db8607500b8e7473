import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  ABOUT_WHOM,
  CLOSURE_OUTCOMES,
  NOT_ACCEPTED_REASONS,
  PHOTO_LIMIT,
  RATINGS,
  TICKET_KINDS,
  VISIBILITIES,
  type AboutWhom,
  type ClosureBody,
  type ClosureOutcome,
  type NotAcceptedReason,
  type OnBehalfOf,
  type Place,
  type Rating,
  type RatingBody,
  type RejectionBody,
  type ReplyBody,
  type ReporterPhoneBody,
  type SubmitTicketBody,
  type TicketKind,
  type Visibility,
} from '@huiying/shared/tickets'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsLatitude,
  IsLongitude,
  IsOptional,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator'

/**
 * Shape only; what the words may be is for the rules in `shared`. Far above any rule, so that theirs is the sentence
 * told.
 */
const ANY_TEXT = 100_000
const ID_LENGTH = 32

export class PlaceBody implements Place {
  @ApiProperty() @IsString() @MaxLength(1_000)
  name!: string

  @ApiProperty({ type: Number, nullable: true }) @ValidateIf((_, value) => value !== null) @IsLatitude()
  latitude!: number | null

  @ApiProperty({ type: Number, nullable: true }) @ValidateIf((_, value) => value !== null) @IsLongitude()
  longitude!: number | null
}

class OnBehalfOfBody implements OnBehalfOf {
  @ApiProperty() @IsString() @MaxLength(1_000)
  name!: string

  @ApiProperty({ type: String, nullable: true }) @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(40)
  phone!: string | null
}

class PhotosBody {
  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsArray() @ArrayMaxSize(PHOTO_LIMIT * 4)
  @IsString({ each: true }) @MaxLength(ID_LENGTH, { each: true })
  photoIds?: string[]
}

class SpokenBody extends PhotosBody {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  voiceId?: string
}

export class SubmitTicketRequest extends SpokenBody implements SubmitTicketBody {
  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  villageId!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string

  @ApiPropertyOptional({ enum: TICKET_KINDS }) @IsOptional() @IsIn(TICKET_KINDS)
  kind?: TicketKind

  @ApiPropertyOptional({ enum: VISIBILITIES }) @IsOptional() @IsIn(VISIBILITIES)
  visibility?: Visibility

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  addresseeId?: string

  @ApiPropertyOptional({ type: PlaceBody }) @IsOptional() @ValidateNested() @Type(() => PlaceBody)
  place?: PlaceBody

  @ApiPropertyOptional({ type: OnBehalfOfBody }) @IsOptional() @ValidateNested() @Type(() => OnBehalfOfBody)
  onBehalfOf?: OnBehalfOfBody

  @ApiPropertyOptional({ description: 'the ledger entry it asks about' })
  @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  entryId?: string

  @ApiPropertyOptional({ enum: ABOUT_WHOM, description: 'whom a complaint is about: nobody of the village sees it' })
  @IsOptional() @IsIn(ABOUT_WHOM)
  about?: AboutWhom

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  aboutPersonId?: string

  @ApiPropertyOptional({ description: 'the own ticket whose handling he complains of' })
  @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  regardingTicketId?: string
}

export class ReporterPhoneRequest implements ReporterPhoneBody {
  @ApiPropertyOptional({ description: 'why; left out while an earlier look holds' })
  @IsOptional() @IsString() @MaxLength(ANY_TEXT)
  reason?: string
}

export class ReplyRequest extends SpokenBody implements ReplyBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string

  @ApiPropertyOptional() @IsOptional() @IsBoolean()
  byCall?: boolean
}

export class ClosureRequest extends PhotosBody implements ClosureBody {
  @ApiProperty({ enum: CLOSURE_OUTCOMES }) @IsIn(CLOSURE_OUTCOMES)
  outcome!: ClosureOutcome

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string

  @ApiPropertyOptional({ enum: NOT_ACCEPTED_REASONS }) @IsOptional() @IsIn(NOT_ACCEPTED_REASONS)
  reason?: NotAcceptedReason
}

export class RatingRequest implements RatingBody {
  @ApiProperty({ enum: RATINGS }) @IsIn(RATINGS)
  rating!: Rating
}

export class RejectionRequest implements RejectionBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  voiceId?: string
}
