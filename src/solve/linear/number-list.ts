/** A list of whole numbers that grows by doubling. */
export class NumberList {
  #numbers = new Int32Array(1024)
  #count = 0

  add(number: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Int32Array(2 * this.#count)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#count++] = number
  }

  /** A view, as long as nothing is added. */
  list(): Int32Array {
    return this.#numbers.subarray(0, this.#count)
  }

  /** A copy in order, each number once. */
  distinct(): Int32Array {
    const sorted = this.list().slice().sort()
    let count = 0
    for (let at = 0; at < sorted.length; at++) {
      const number = sorted[at] ?? 0
      if (count === 0 || sorted[count - 1] !== number) sorted[count++] = number
    }
    return sorted.subarray(0, count)
  }

  clear(): void {
    this.#count = 0
  }
}
