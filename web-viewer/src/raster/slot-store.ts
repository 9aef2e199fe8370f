import { ProtocolError } from "../wire/message-splitter.js";

/** Numbered slots with a bound on their number and on the bytes of what they hold. */
export class SlotStore<T> {
    private readonly slots = new Map<number, { value: T; bytes: number }>();
    private bytes = 0;

    constructor(
        private readonly what: string,
        private readonly maxSlots: number,
        private readonly maxBytes: number,
    ) {}

    /** @throws ProtocolError if the slot's number or the store's size would pass its bound */
    put(slot: number, value: T, bytes: number): void {
        if (slot >= this.maxSlots) {
            throw new ProtocolError(`${this.what} slot ${slot} is not below ${this.maxSlots}`);
        }
        this.free(slot);
        if (this.bytes + bytes > this.maxBytes) {
            throw new ProtocolError(`all ${this.what}s together would have more than ${this.maxBytes} bytes`);
        }
        this.bytes += bytes;
        this.slots.set(slot, { value, bytes });
    }

    /** @throws ProtocolError if the slot is empty */
    get(slot: number): T {
        const entry = this.slots.get(slot);
        if (entry === undefined) {
            throw new ProtocolError(`${this.what} slot ${slot} is empty`);
        }
        return entry.value;
    }

    free(slot: number): void {
        this.bytes -= this.slots.get(slot)?.bytes ?? 0;
        this.slots.delete(slot);
    }
}
