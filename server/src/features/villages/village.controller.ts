import { Controller, Get, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { VillageSearchAnswer } from '@huiying/shared/villages'
import { IsOptional, IsString, MaxLength } from 'class-validator'
import { ReadDatabase } from '../../platform/database/read-database'
import { villagesMatching } from './village-search.board'

class VillageSearch {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly query?: string
}

@ApiTags('villages')
@ApiBearerAuth()
@Controller('api/villages')
export class VillageController {
  constructor(private readonly reads: ReadDatabase) {}

  @Get()
  @ApiOperation({ summary: "Find one's village, to join it" })
  search(@Query() { query }: VillageSearch): Promise<VillageSearchAnswer> {
    return villagesMatching(this.reads, query ?? '')
  }
}
