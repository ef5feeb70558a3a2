import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SolverThreads } from './engine/solver-pool.js';

/** The process's solver threads: none before the first lot that needs one, so a process that only serves HTTP has none. */
@Injectable()
export class AwardSolver extends SolverThreads implements OnModuleDestroy {
  onModuleDestroy(): Promise<void> {
    return this.close();
  }
}
