import { Module } from '@nestjs/common'
import { ProofController } from './proof.controller'

/** How anybody checks a book. */
@Module({ controllers: [ProofController] })
export class ProofModule {}
