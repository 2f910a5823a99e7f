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

  clear(): void {
    this.#count = 0
  }
}
