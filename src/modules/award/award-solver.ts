import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SolverThreads } from './engine/solver-pool.js';

/** The process's solver threads: none before the first award or meter that needs one. */
@Injectable()
export class AwardSolver extends SolverThreads implements OnModuleDestroy {
  onModuleDestroy(): Promise<void> {
    return this.close();
  }
}
