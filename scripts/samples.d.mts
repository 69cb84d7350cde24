export declare const REFERENCE_DAY: string;
export declare function shiftDates(text: string, days: number): string;
export declare function shiftFor(today: string): number;
export declare function copySamples(target: string, today: string): Promise<void>;
