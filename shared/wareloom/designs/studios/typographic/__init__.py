"""Art made of lettering: shaped with HarfBuzz, composed by rules, drawn as paths. No model, no system font."""
