import { useEffect, useState } from 'react';
import { type ClassConnection, connectClass } from '../net/class-connection.ts';

/** Follows a class while the screen shows it. */
export const useClassConnection = (
  classId: string,
  role: 'console' | 'wall',
  key: string | null,
): ClassConnection | null => {
  const [connection, setConnection] = useState<ClassConnection | null>(null);
  useEffect(() => {
    if (key === null) return undefined;
    const open = connectClass({ classId, role, key });
    setConnection(open);
    return () => {
      open.close();
      setConnection(null);
    };
  }, [classId, role, key]);
  return connection;
};
