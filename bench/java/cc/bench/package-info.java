/** What the benchmark runs in JVMs: load clients, and programs that count for themselves. Not part of the product. */
package cc.bench;
