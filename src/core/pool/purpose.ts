/** What a pool is for, which its organiser declares. */
export const poolPurposes = ['ordinary', 'kitchens', 'market-operation', 'practice'] as const;
