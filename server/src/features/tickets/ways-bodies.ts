import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import type {
  AskExtensionBody, ExtensionDecisionBody, MinutesBody, ReasonBody, RulingBody, TicketTopicBody, TopicBody,
  TransferBody,
} from '@huiying/shared/tickets'
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator'

/** Far above any rule, so that the rule's is the sentence told. */
const ANY_TEXT = 100_000
const ID_LENGTH = 32
const ANY_WORDS = 200

export class ReasonRequest implements ReasonBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  text!: string
}

export class TransferRequest extends ReasonRequest implements TransferBody {
  @ApiProperty() @IsString() @MaxLength(ID_LENGTH)
  toUnitId!: string
}

export class RulingRequest extends ReasonRequest implements RulingBody {
  @ApiPropertyOptional({ description: 'on an objection: it was right' }) @IsOptional() @IsBoolean()
  isUpheld?: boolean

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ID_LENGTH)
  toUnitId?: string
}

export class MinutesRequest implements MinutesBody {
  @ApiProperty({ example: '2026-09-14' }) @IsString() @MaxLength(40)
  heldOn!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  attendees!: string

  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  decision!: string
}

export class AskExtensionRequest extends ReasonRequest implements AskExtensionBody {
  @ApiProperty({ description: 'the promised instant, in milliseconds since 1970' }) @IsInt()
  promisedAt!: number
}

export class ExtensionDecisionRequest implements ExtensionDecisionBody {
  @ApiProperty() @IsBoolean()
  isGranted!: boolean

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(ANY_TEXT)
  text?: string
}

export class TicketTopicRequest implements TicketTopicBody {
  @ApiProperty({ type: String, nullable: true }) @ValidateIf((_, value) => value !== null)
  @IsString() @MaxLength(ID_LENGTH)
  topicId!: string | null
}

export class TopicRequest implements TopicBody {
  @ApiProperty() @IsString() @MaxLength(ANY_TEXT)
  name!: string

  @ApiProperty({ type: String, nullable: true }) @ValidateIf((_, value) => value !== null)
  @IsString() @MaxLength(ID_LENGTH)
  departmentUnitId!: string | null

  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(ANY_WORDS) @IsString({ each: true })
  @MaxLength(ANY_WORDS, { each: true })
  words!: string[]

  @ApiProperty() @IsBoolean()
  isActive!: boolean
}
