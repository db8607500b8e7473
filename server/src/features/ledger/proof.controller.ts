import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type {
  ConsistencyAnswer, HeadAnswer, InclusionAnswer, LeavesAnswer, SubtreesAnswer, YearRangeAnswer,
} from '@huiying/shared/ledger'
import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import type { Config } from '../../platform/config'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CONFIG } from '../../platform/platform.module'
import { exportBook } from './export-book'
import { InclusionQuery, SpanQuery, SubtreesQuery } from './proof-bodies'
import {
  consistencyFor, inclusionFor, leavesFor, signedHeadOf, subtreesFor, yearRangeOf,
} from './proof.board'

const LINES = 'application/x-ndjson'

/** What a phone, or anybody with a program of his own, checks a book with. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api/books/:bookId')
export class ProofController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('head')
  @ApiOperation({ summary: 'The newest signed head with the note and the keys to check it by' })
  head(@CurrentViewer() viewer: Viewer, @Param('bookId') bookId: string): Promise<HeadAnswer> {
    return signedHeadOf(this.reads, viewer, bookId, this.config.ledger)
  }

  @Get('proofs/inclusion')
  @ApiOperation({ summary: 'That an entry stands at its position in the log of a size (RFC 6962)' })
  inclusion(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { position, size }: InclusionQuery,
  ): Promise<InclusionAnswer> {
    return inclusionFor(this.reads, viewer, bookId, { position, size })
  }

  @Get('proofs/consistency')
  @ApiOperation({ summary: 'That the log of a size is the beginning of a later one (RFC 6962)' })
  consistency(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { from, to }: SpanQuery,
  ): Promise<ConsistencyAnswer> {
    return consistencyFor(this.reads, viewer, bookId, { from, to })
  }

  @Get('leaves')
  @ApiOperation({ summary: 'Entries of a range with their leaf hashes, 200 at most' })
  leaves(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { from, to }: SpanQuery,
  ): Promise<LeavesAnswer> {
    return leavesFor(this.reads, viewer, bookId, { from, to })
  }

  @Get('subtrees')
  @ApiOperation({ summary: 'The hashes left and right of a range, which with its leaves give the root' })
  subtrees(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { from, to, size }: SubtreesQuery,
  ): Promise<SubtreesAnswer> {
    return subtreesFor(this.reads, viewer, bookId, { from, to, size })
  }

  @Get('years/:year')
  @ApiOperation({ summary: 'The positions posted in a year' })
  year(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Param('year') year: string,
  ): Promise<YearRangeAnswer> {
    if (!/^20\d\d$/.test(year)) throw new DomainError('request.invalid')
    return yearRangeOf(this.reads, viewer, bookId, Number(year))
  }

  @Get('export')
  @ApiOperation({ summary: 'The whole book in lines of JSON, for `npm run audit-book`' })
  @ApiOkResponse({ content: { [LINES]: {} } })
  async export(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = await exportBook(this.reads, viewer, bookId, this.config.ledger)
    return reply
      .type(LINES)
      .headers({
        'content-disposition': `attachment; filename="book-${encodeURIComponent(bookId)}.jsonl"`,
        'cache-control': 'private, no-store',
      })
      .send(Readable.from(lines))
  }
}
