/** A program that stands for the product: it shows its installation code and runs only when activated. */
package si.podpora.activation.example;
