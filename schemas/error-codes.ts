interface ErrorCode {
  code: string;
  httpStatus: number;
  meaning: string;
}

const group = (httpStatus: number, meanings: Record<string, string>): ErrorCode[] =>
  Object.entries(meanings).map(([number, meaning]) => ({
    code: `BackupService.${number}`,
    httpStatus,
    meaning,
  }));

/** The rows of the provider's error code list that this operation can meet. */
export const ERROR_CODES: readonly ErrorCode[] = [
  ...group(400, {
    '9900': 'a parameter failed verification',
    '6706': 'a share member was to be updated with an invalid value',
    '6708': 'the status of a share member could not be updated',
    '6704': 'the project id of the tenant to share with is invalid',
    '6700': 'only server backups can be shared',
    '6701': 'the backup has as many members as it can have',
    '6702': 'only available backups can be shared',
    '6703': 'the backup is shared already',
    '6714': 'a backup cannot be shared with the same member again',
    '6707': 'sharing is not allowed',
    '6709': 'a backup with encrypted disks cannot be shared',
    '6712': 'the state of the vault does not allow it',
    '6710': 'an image was registered from the shared backup',
    '6711': 'the shared backup could not be deleted',
    '6713': 'the type of the accepting vault is not that of the backed-up resource',
    '6112': 'the state of the vault is invalid',
    '6114': 'the used capacity exceeds its maximum',
  }),
  ...group(403, { '8600': 'the caller is not authenticated' }),
  ...group(404, {
    '6105': 'the vault does not exist',
    '6200': 'the backup does not exist',
    '6705': 'the share member does not exist',
  }),
  ...group(500, {
    '9910': 'an unknown error',
    '9998': 'authentication failed',
    '4005': 'the destination vault could not be checked',
  }),
];
