/**
 * What a text must be that stands for something: one rule for ids, codes and names in all rooms.
 *
 * <p>Inside the module only.
 *
 * @serial exclude
 */
package io.loyalty.text;
